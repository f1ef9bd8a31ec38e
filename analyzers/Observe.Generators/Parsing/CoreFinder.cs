using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Model;
using Observe.Generators.Rules;

namespace Observe.Generators.Parsing;

/// <summary>Finds the body of an observed method: the method of the same type that has the right name and signature.</summary>
internal static class CoreFinder
{
    /// <summary>The body, or null after a rule was reported.</summary>
    public static CoreComparison? Find(
        Compilation compilation,
        IMethodSymbol declaration,
        MethodDeclarationSyntax syntax,
        ReturnShape shape,
        BodyWrapper allowed,
        RuleSink rules)
    {
        string name = ScopeNames.CoreOf(declaration.Name);
        List<IMethodSymbol> candidates =
        [
            .. declaration.ContainingType.GetMembers(name)
                .OfType<IMethodSymbol>()
                .Where(static method => method.MethodKind == MethodKind.Ordinary),
        ];
        if (candidates.Count == 0)
        {
            if (TakenName.Of(declaration.ContainingType, name) is { } taken)
            {
                rules.Report(ShapeRules.CoreNameTaken, taken, name, TakenName.Describe(taken), declaration.Name);
                return null;
            }

            string expected = ExpectedSignature(declaration, syntax, name);
            rules.Report(ShapeRules.CoreMissing, declaration, declaration.Name, expected, declaration.ContainingType.Name);
            return null;
        }

        CoreComparison closest = candidates
            .SelectMany(core => Compare(compilation, declaration, shape, allowed, core))
            .Aggregate(static (best, next) => next.Distance < best.Distance ? next : best);
        if (closest.Differences.Count == 0)
        {
            return closest;
        }

        rules.Report(ShapeRules.CoreDiffers, closest.Core, name, declaration.Name, string.Join("; ", closest.Differences));
        return null;
    }

    // Without the context first: of two that fit, the plain one is the body.
    private static IEnumerable<CoreComparison> Compare(
        Compilation compilation, IMethodSymbol declaration, ReturnShape shape, BodyWrapper allowed, IMethodSymbol core)
    {
        yield return CoreComparison.Of(compilation, declaration, shape, allowed, core, contextPosition: -1);
        foreach (IParameterSymbol parameter in core.Parameters)
        {
            if (parameter.Type.IsOurs(WellKnownNames.RunContext) && parameter.RefKind == RefKind.None)
            {
                yield return CoreComparison.Of(compilation, declaration, shape, allowed, core, parameter.Ordinal);
            }
        }
    }

    private static string ExpectedSignature(IMethodSymbol declaration, MethodDeclarationSyntax syntax, string name)
    {
        IEnumerable<string> modifiers = syntax.Modifiers
            .Select(static token => token.Text)
            .Where(static text => text is "static" or "readonly" or "unsafe");
        IEnumerable<string> parameters = declaration.Parameters.Select(static parameter =>
            $"{ParameterText.Modifiers(parameter, keepThis: false)}{parameter.Type.InMessage()} {SymbolText.AsIdentifier(parameter.Name)}");
        string returned = declaration.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.RefReadOnly => "ref readonly ",
            _ => "",
        };
        string head = string.Join(" ", ["private", .. modifiers, $"{returned}{declaration.ReturnType.InMessage()}"]);
        string constraints = string.Concat(syntax.ConstraintClauses.Select(static clause => " " + clause.ToString()));
        return $"{head} {name}{SymbolText.TypeParameterList(declaration.TypeParameters)}({string.Join(", ", parameters)}){constraints}";
    }
}
