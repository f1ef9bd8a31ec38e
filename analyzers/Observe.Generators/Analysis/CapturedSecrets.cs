using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>Looks for secrets in what one observed method captures.</summary>
internal sealed class CapturedSecrets(ObservedCapture declaration, SyntaxNodeAnalysisContext context, SuspiciousMembers suspicious)
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
        SensitiveNoun? noun = ObservedCapture.IsIdentity(parameter)
            ? null
            : SuspiciousMembers.NounOf(parameter.Name, parameter.Type, WordsAround);
        (ITypeSymbol Type, string Carries)? secret = SecretTypes.Of(parameter.Type);
        IReadOnlyList<CapturedMember> members =
            noun is null && secret is null && declaration.Captures.Arguments ? MembersOf(parameter.Type) : [];
        if ((noun is not null || secret is not null || members.Count > 0) && declaration.PrivacyOf(parameter) == PrivacyLevel.Open)
        {
            Report(parameter, parameter.Name, noun, secret, MarkIt);
            Report(members, parameter, $"mark '{parameter.Name}' [Sensitive] or [NotCaptured]");
        }
    }

    private IEnumerable<string> WordsAround() => [_method.Name, .. _method.Parameters.Select(static parameter => parameter.Name)];

    private void ReportResult(ITypeSymbol result)
    {
        SensitiveNoun? noun = SensitiveNames.OfResult(_method.Name);
        noun = noun is not null && SensitiveValues.CanBe(result, noun) ? noun : null;
        (ITypeSymbol Type, string Carries)? secret = SecretTypes.Of(result);
        IReadOnlyList<CapturedMember> members = noun is null && secret is null ? MembersOf(result) : [];
        if ((noun is not null || secret is not null || members.Count > 0) && declaration.PrivacyOfResult() == PrivacyLevel.Open)
        {
            Report(_method, _method.Name, noun, secret, MarkResult);
            Report(members, _method, "mark the result [return: Sensitive] or [return: NotCaptured]");
        }
    }

    private IReadOnlyList<CapturedMember> MembersOf(ITypeSymbol type) => suspicious.Of(type, context.Compilation, _method.ContainingType);

    // What this project cannot mark, it can at least leave out where it is captured; once is enough to say so.
    private void Report(IReadOnlyList<CapturedMember> members, ISymbol captured, string remedy)
    {
        bool isTold = false;
        foreach (CapturedMember member in members)
        {
            (ITypeSymbol Type, string Carries)? secret = SecretTypes.Of(member.Type);
            if (member.Symbol is IPropertySymbol && SymbolEqualityComparer.Default.Equals(member.Symbol.ContainingAssembly, _method.ContainingAssembly))
            {
                if (suspicious.IsFirst(member.Symbol))
                {
                    Report(member.Symbol, member.Symbol.Name, SuspiciousMembers.NounOf(member), secret, MarkIt);
                }
            }
            else if (!isTold)
            {
                isTold = true;
                string name = member.Symbol is IPropertySymbol ? $"{member.Owner.Name}.{member.Symbol.Name}" : member.Symbol.Name;
                Report(captured, name, SuspiciousMembers.NounOf(member), secret, remedy);
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
}
