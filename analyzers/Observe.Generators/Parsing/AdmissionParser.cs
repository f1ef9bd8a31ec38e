using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Model;
using Observe.Generators.Rules;

namespace Observe.Generators.Parsing;

/// <summary>Decides how the body of a method waits for its policies, and what becomes of the call when they skip or redact it.</summary>
internal static class AdmissionParser
{
    public static Admission Parse(
        TypeParsing context,
        IMethodSymbol method,
        MethodDeclarationSyntax syntax,
        CoreComparison? core,
        ReturnType returned,
        PolicyParser policies)
    {
        string? token = CallTargets.TokenOf(method);
        if (token is null && policies.Duration is { } duration)
        {
            context.Rules.Report(ShapeRules.DurationWithoutToken, duration, context.CancellationToken, method.Name);
        }

        bool isAwaited = returned.Shape is not (ReturnShape.Void or ReturnShape.Value or ReturnShape.Sequence)
            && AsyncBarrier.Of(method, syntax, context.CancellationToken) is null;
        return new()
        {
            Kind = isAwaited ? AdmissionKind.Awaited : AdmissionKind.Now,
            AdmittedName = isAwaited ? CallTargets.NewName(context, "Admitted", method) : "",
            Empty = isAwaited || returned.Shape != ReturnShape.AsyncStream ? EmptyResults.Of(method, returned) : null,
            Texts = method.Parameters
                .Where(parameter => IsRedactable(parameter, method, core))
                .Select(static parameter => SymbolText.AsIdentifier(parameter.Name))
                .ToEquatableArray(),
            FixedTexts = method.Parameters
                .Where(parameter => IsFixedText(parameter, method, core))
                .Select(static parameter => parameter.Name)
                .ToEquatableArray(),
            Token = token,
            LimitsToken = token is not null && policies.Duration is not null,
        };
    }

    // A call can be given another string by value, and nothing else: whatever else is a text in the record stays what it is.
    private static bool IsFixedText(IParameterSymbol parameter, IMethodSymbol method, CoreComparison? core) =>
        parameter.RefKind != RefKind.Out
        && !IsRedactable(parameter, method, core)
        && Privacy.Of(parameter, method, core) == PrivacyLevel.Open
        && (parameter.Type.SpecialType is SpecialType.System_String or SpecialType.System_Object
            || parameter.Type.TypeKind is TypeKind.TypeParameter or TypeKind.Dynamic
            || parameter.Type.Name is "Uri" or "ReadOnlySpan" or "JsonElement" or "JsonNode" or "JsonValue");

    // What is not shown to the policy cannot be what it wants redacted.
    private static bool IsRedactable(IParameterSymbol parameter, IMethodSymbol method, CoreComparison? core) =>
        parameter is { RefKind: RefKind.None, Type.SpecialType: SpecialType.System_String }
        && Privacy.Of(parameter, method, core) == PrivacyLevel.Open;
}
