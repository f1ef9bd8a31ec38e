using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>Reads what must be repeated to implement the declaration.</summary>
internal static class SignatureParser
{
    private const string CodeAnalysis = "System.Diagnostics.CodeAnalysis";

    // Who steps into a call arrives in the body, a stack trace shows the body and its caller, and nobody is asked to test what he has
    // not written. Not GeneratedCode: it would hold for the user's declaration as well, and make analyzers silent there.
    private static readonly (string Namespace, string Name)[] s_hiding =
    [
        ("System.Diagnostics", "DebuggerStepThrough"),
        ("System.Diagnostics", "StackTraceHidden"),
        (CodeAnalysis, "ExcludeFromCodeCoverage"),
    ];

    public static MethodSignature Parse(IMethodSymbol method, MethodDeclarationSyntax syntax, EquatableArray<ObservedParameter> parameters)
    {
        return new MethodSignature
        {
            Name = SymbolText.AsIdentifier(method.Name),
            Modifiers = string.Join(" ", syntax.Modifiers.Select(static modifier => modifier.Text)),
            ReturnType = ReturnTypeOf(method),
            TypeParameters = SymbolText.TypeParameterList(method.TypeParameters),
            Constraints = Constraints.OfImplementation(method, syntax),
            Parameters = parameters,
            ReturnsByReference = method.RefKind != RefKind.None,
            Attributes = HidingAttributes(method).ToEquatableArray(),
            ObservedName = ObservedName(method),
            ObservedModifiers = string.Join(" ", ["private", .. ObservedModifiers(syntax)]),
            ObservedAttributes = s_hiding.Select(InCode).Concat(RequirementsOf(method)).ToEquatableArray(),
            ObservedConstraints = Constraints.Of(method),
        };
    }

    // Attributes of both parts of a partial method add up, and these may stand only once.
    private static IEnumerable<string> HidingAttributes(IMethodSymbol method) =>
        s_hiding.Where(attribute => !method.HasAttribute(attribute.Namespace, attribute.Name + "Attribute")).Select(InCode);

    private static string InCode((string Namespace, string Name) attribute) => $"global::{attribute.Namespace}.{attribute.Name}";

    // What the declaration requires of its callers, the private method requires too; else the trimmer warns inside generated code.
    // And only obsolete code may mention what is obsolete.
    private static IEnumerable<string> RequirementsOf(IMethodSymbol method)
    {
        if (Obsolescence.IsObsolete(method))
        {
            yield return "global::System.Obsolete";
        }

        foreach (string name in new[] { "RequiresUnreferencedCode", "RequiresDynamicCode", "RequiresAssemblyFiles" })
        {
            if (method.FindAttribute(CodeAnalysis, name + "Attribute") is { } attribute)
            {
                yield return attribute.TextArgument() is { } message
                    ? $"global::{CodeAnalysis}.{name}({SymbolDisplay.FormatLiteral(message, quote: true)})"
                    : $"global::{CodeAnalysis}.{name}";
            }
        }
    }

    private static string ReturnTypeOf(IMethodSymbol method)
    {
        string type = method.ReturnsVoid ? "void" : method.ReturnType.InCode();
        return method.RefKind switch
        {
            RefKind.Ref => $"ref {type}",
            RefKind.RefReadOnly => $"ref readonly {type}",
            _ => type,
        };
    }

    private static IEnumerable<string> ObservedModifiers(MethodDeclarationSyntax syntax) =>
        syntax.Modifiers
            .Where(static modifier => modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.UnsafeKeyword or SyntaxKind.ReadOnlyKeyword)
            .Select(static modifier => modifier.Text);

    private static string ObservedName(IMethodSymbol method)
    {
        string name = "Observed" + method.Name;
        HashSet<string> taken = [.. method.ParameterNames().Concat(method.ContainingType.TypeParameters.Select(static parameter => parameter.Name))];
        while (name == method.ContainingType.Name || taken.Contains(name) || !method.ContainingType.GetMembers(name).IsEmpty)
        {
            name += "_";
        }

        return name;
    }
}
