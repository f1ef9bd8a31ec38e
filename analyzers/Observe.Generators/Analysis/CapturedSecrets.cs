using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>Looks for secrets in what one observed method captures.</summary>
internal sealed class CapturedSecrets(ObservedCapture declaration, SyntaxNodeAnalysisContext context, ConcurrentDictionary<ISymbol, bool> told)
{
    private const string MarkIt = "mark it [Sensitive] or [NotCaptured]";
    private const string MarkResult = "mark it [return: Sensitive] or [return: NotCaptured]";

    private readonly IMethodSymbol _method = declaration.Method;

    public void Report()
    {
        foreach (IParameterSymbol parameter in _method.Parameters)
        {
            if (declaration.Writes(parameter))
            {
                ReportParameter(parameter);
            }
        }

        ReturnType returned = ReturnType.Of(_method);
        if (declaration.Captures.Result && returned is { ResultIsTypeArgument: true, Result: { } result })
        {
            ReportResult(result);
        }
    }

    private void ReportParameter(IParameterSymbol parameter)
    {
        SensitiveNoun? noun = ObservedCapture.IsIdentity(parameter) ? null : NounOf(parameter.Name, parameter.Type, [_method.Name, .. _method.Parameters.Select(static other => other.Name)]);
        (ITypeSymbol Type, string Carries)? secret = SecretTypes.Of(parameter.Type);
        List<CapturedMember> members =
            noun is null && secret is null && declaration.Captures.Arguments ? MembersOf(parameter.Type) : [];
        if ((noun is not null || secret is not null || members.Count > 0) && declaration.PrivacyOf(parameter) == PrivacyLevel.Open)
        {
            Report(parameter, parameter.Name, noun, secret, MarkIt);
            Report(members, parameter, $"mark '{parameter.Name}' [Sensitive] or [NotCaptured]");
        }
    }

    private void ReportResult(ITypeSymbol result)
    {
        SensitiveNoun? noun = SensitiveNames.OfResult(_method.Name);
        noun = noun is not null && SensitiveValues.CanBe(result, noun) ? noun : null;
        (ITypeSymbol Type, string Carries)? secret = SecretTypes.Of(result);
        List<CapturedMember> members = noun is null && secret is null ? MembersOf(result) : [];
        if ((noun is not null || secret is not null || members.Count > 0) && declaration.PrivacyOfResult() == PrivacyLevel.Open)
        {
            Report(_method, _method.Name, noun, secret, MarkResult);
            Report(members, _method, "mark the result [return: Sensitive] or [return: NotCaptured]");
        }
    }

    // Only what is suspicious, so that most methods are done without a look at their bodies.
    private List<CapturedMember> MembersOf(ITypeSymbol type)
    {
        List<CapturedMember> members = [];
        foreach (CapturedMember member in CapturedMembers.Of(type, context.Compilation, _method.ContainingType))
        {
            if (NounOf(member) is not null || SecretTypes.Of(member.Type) is not null)
            {
                members.Add(member);
            }
        }

        return members;
    }

    // What this project cannot mark, it can at least leave out where it is captured; once is enough to say so.
    private void Report(List<CapturedMember> members, ISymbol captured, string remedy)
    {
        bool isTold = false;
        foreach (CapturedMember member in members)
        {
            (ITypeSymbol Type, string Carries)? secret = SecretTypes.Of(member.Type);
            if (member.Symbol is IPropertySymbol && SymbolEqualityComparer.Default.Equals(member.Symbol.ContainingAssembly, _method.ContainingAssembly))
            {
                if (told.TryAdd(member.Symbol.OriginalDefinition, true))
                {
                    Report(member.Symbol, member.Symbol.Name, NounOf(member), secret, MarkIt);
                }
            }
            else if (!isTold)
            {
                isTold = true;
                string name = member.Symbol is IPropertySymbol ? $"{member.Owner.Name}.{member.Symbol.Name}" : member.Symbol.Name;
                Report(captured, name, NounOf(member), secret, remedy);
            }
        }
    }

    private void Report(ISymbol place, string name, SensitiveNoun? noun, (ITypeSymbol Type, string Carries)? secret, string remedy)
    {
        Location location = place.Locations[0];
        if (secret is { } known)
        {
            string type = known.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).InMessage();
            context.ReportDiagnostic(Diagnostic.Create(PrivacyRules.SecretType, location, name, type, known.Carries, remedy));
        }
        else if (noun is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(PrivacyRules.SecretName, location, name, noun.Phrase, remedy));
        }
    }

    private static SensitiveNoun? NounOf(in CapturedMember member) =>
        NounOf(
            member.Symbol.Name,
            member.Type,
            [member.Owner.Name, .. member.Owner.MemberNames.Where(name => name != "Token" && !name.Contains('_') && !name.Contains('.'))]);

    // A token among words about texts is a piece of one.
    private static SensitiveNoun? NounOf(string name, ITypeSymbol type, IEnumerable<string> surroundings) =>
        SensitiveNames.Of(name) is { } noun
        && SensitiveValues.CanBe(type, noun)
        && !(SensitiveNames.IsBareToken(name) && surroundings.Any(SensitiveNames.IsAboutText))
            ? noun
            : null;
}
