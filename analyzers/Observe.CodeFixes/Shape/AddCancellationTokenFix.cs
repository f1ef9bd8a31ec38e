using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.CodeFixes.Editing;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Shape;

/// <summary>OBS1021: gives an observed method and its body the token that its time budget cancels.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddCancellationTokenFix))]
[Shared]
public sealed class AddCancellationTokenFix : ObserveFix
{
    private const string Name = "cancellationToken";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS1021"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        if (target.Enclosing<AttributeSyntax>() is { Parent.Parent: MethodDeclarationSyntax syntax }
            && target.Model.GetDeclaredSymbol(syntax, target.CancellationToken) is { } method
            && CanChange(method)
            && BodyOf(target, syntax, method) is { } body
            && body.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(target.CancellationToken) is MethodDeclarationSyntax core)
        {
            Edits edits = target.NewEdits();
            SemanticModel there = target.Model.Compilation.GetSemanticModel(core.SyntaxTree);
            Add(edits, there, core, IsAsyncStream(body) ? Cancellation(edits, there, core) : "", "");
            Add(edits, target.Model, syntax, "", " = default");
            yield return Propose("Add a CancellationToken", edits);
        }
    }

    // Neither what others call by this signature, nor a token that is there in another form; one before 'params' would take the first of them.
    private static bool CanChange(IMethodSymbol method) =>
        !method.IsOverride
        && !method.IsVirtual
        && !method.Parameters.Any(static parameter => parameter.IsParams || parameter.Name == Name || parameter.Type.InCode().Contains("CancellationToken"))
        && !method.ContainingType.AllInterfaces.SelectMany(contract => contract.GetMembers(method.Name)).Any(member =>
            SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    private static IMethodSymbol? BodyOf(FixTarget target, MethodDeclarationSyntax syntax, IMethodSymbol method)
    {
        ScopeAttribute scope = ScopeAttribute.Leading([.. ScopeAttribute.Of(method)]);
        return CoreFinder.Find(
            target.Model.Compilation, method, syntax, ReturnType.Of(method).Shape, BodyWrappers.AllowedIn(scope.Kind), new RuleSink())?.Core;
    }

    private static void Add(Edits edits, SemanticModel model, MethodDeclarationSyntax method, string attribute, string value)
    {
        ParameterListSyntax list = method.ParameterList;
        string type = edits.TypeName(model, list.SpanStart, "System.Threading", "CancellationToken");
        edits.Insert(list.SyntaxTree, BodyParameters.Insertion(model, list, $"{attribute}{type} {Name}{value}"));
    }

    private static bool IsAsyncStream(IMethodSymbol body) => body.IsAsync && ReturnType.Of(body).Shape == Generators.Model.ReturnShape.AsyncStream;

    private static string Cancellation(Edits edits, SemanticModel model, MethodDeclarationSyntax core) =>
        $"[{edits.AttributeName(model, core.SpanStart, "EnumeratorCancellation", "System.Runtime.CompilerServices")}] ";
}
