using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.CodeFixes.Editing;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Shape;

/// <summary>OBS1003: writes the body of an observed method below its declaration; it says that it is still to be written.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CreateBodyFix))]
[Shared]
public sealed class CreateBodyFix : ObserveFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS1003"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        if (target.Token.Parent is MethodDeclarationSyntax syntax
            && BodySignature.CanBeRead(syntax)
            && target.Model.GetDeclaredSymbol(syntax, target.CancellationToken) is { } method)
        {
            string name = ScopeNames.CoreOf(method.Name);
            yield return Propose($"Create '{name}'", Create(target, syntax, method, withContext: false));
            if (!method.Parameters.Any(static parameter => parameter.Type.IsOurs(WellKnownNames.RunContext)))
            {
                yield return Propose($"Create '{name}' with the run's context", Create(target, syntax, method, withContext: true), "WithContext");
            }
        }
    }

    private static Edits Create(FixTarget target, MethodDeclarationSyntax syntax, IMethodSymbol method, bool withContext)
    {
        Edits edits = target.NewEdits();
        string indentation = Layout.IndentationOf(syntax);
        string unit = Layout.UnitAt(syntax);
        string? context = null;
        if (withContext)
        {
            string type = edits.TypeName(target.Model, syntax.SpanStart, WellKnownNames.Namespace, WellKnownNames.RunContext);
            context = $"{type} {NameOfContext(method)}";
        }

        string head = BodySignature.Of(target.Model, syntax, method, context);
        string exception = edits.TypeName(target.Model, syntax.SpanStart, "System", nameof(NotImplementedException));
        string body = $"{indentation}{{\n{indentation}{unit}throw new {exception}();\n{indentation}}}";
        edits.Insert(syntax.SyntaxTree, Layout.EndOfLine(syntax), $"\n\n{indentation}{head}\n{body}");
        return edits;
    }

    private static string NameOfContext(IMethodSymbol method)
    {
        HashSet<string> taken = [.. method.Parameters.Select(static parameter => parameter.Name)];
        return taken.Contains("run") ? taken.Contains("context") ? "runContext" : "context" : "run";
    }
}
