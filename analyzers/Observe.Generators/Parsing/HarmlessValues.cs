using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>Values that show nothing, whatever they are called: constants, and what somebody has masked already.</summary>
internal static class HarmlessValues
{
    private static readonly string[] s_masks =
    [
        "Mask", "Redact", "Hash", "Hide", "Encrypt", "Anonym", "Pseudonym", "Obfuscate", "Fingerprint", "Digest", "Scrub", "Sanitize",
    ];

    public static bool Is(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken) => value switch
    {
        ParenthesizedExpressionSyntax inner => Is(inner.Expression, model, cancellationToken),
        ConditionalExpressionSyntax choice => Is(choice.WhenTrue, model, cancellationToken) && Is(choice.WhenFalse, model, cancellationToken),
        SwitchExpressionSyntax choice => choice.Arms.All(arm => Is(arm.Expression, model, cancellationToken)),
        AwaitExpressionSyntax awaited => Is(awaited.Expression, model, cancellationToken),
        InvocationExpressionSyntax call when IsMasked(CalledName.Of(call)) => true,
        IdentifierNameSyntax name when IsMasked(name.Identifier.ValueText) => true,
        MemberAccessExpressionSyntax member when IsMasked(member.Name.Identifier.ValueText) => true,
        _ => model.GetConstantValue(value, cancellationToken).HasValue,
    };

    private static bool IsMasked(string? name) =>
        name is not null && s_masks.Any(mask => name.IndexOf(mask, StringComparison.OrdinalIgnoreCase) >= 0);
}
