using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>Looks for a run in a program that has scopes, as far as syntax tells. In doubt there is one.</summary>
internal static class RunlessScopes
{
    /// <summary>The first scope attribute of a program in which nothing begins a run, or null.</summary>
    public static AttributeSyntax? First(Compilation compilation)
    {
        if (!IsProgram(compilation) || HasObservedReference(compilation))
        {
            return null;
        }

        List<SyntaxNode> roots = [.. compilation.SyntaxTrees.Where(IsWritten).Select(static tree => tree.GetRoot())];
        AttributeSyntax? first = null;
        foreach (AttributeSyntax attribute in roots.SelectMany(ScopesOf))
        {
            if (NameText.Of(attribute.Name) is "Observe" or WellKnownNames.Observe)
            {
                return null;
            }

            first ??= attribute;
        }

        return first is null || roots.Any(BeginsRun) ? null : first;
    }

    private static bool IsProgram(Compilation compilation) => compilation.Options.OutputKind is
        OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;

    // The run may begin there.
    private static bool HasObservedReference(Compilation compilation) => compilation.SourceModule.ReferencedAssemblySymbols
        .Any(static assembly => !assembly.Name.StartsWith($"{WellKnownNames.Assembly}.", StringComparison.Ordinal)
            && assembly.Modules.Any(static module =>
                module.ReferencedAssemblies.Any(static reference => reference.Name == WellKnownNames.Assembly)));

    private static bool IsWritten(SyntaxTree tree) => !tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);

    // [Retry] alone tries again, run or not.
    private static IEnumerable<AttributeSyntax> ScopesOf(SyntaxNode root) => root
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
        .OfType<MethodDeclarationSyntax>()
        .SelectMany(static method => method.AttributeLists)
        .SelectMany(static list => list.Attributes)
        .Where(static attribute => ScopeAttribute.IsNamedAsOne(attribute) && NameText.Of(attribute.Name) is not ("Retry" or WellKnownNames.Retry));

    private static bool BeginsRun(SyntaxNode root) => root.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(static call =>
        CalledName.Of(call) switch
        {
            "Begin" => call.ArgumentList.Arguments.Count > 0,
            "Run" or "RunAsync" => call.ArgumentList.Arguments.Count > 1,
            _ => false,
        });
}
