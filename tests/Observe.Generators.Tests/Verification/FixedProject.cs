using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Observe.CodeFixes;

namespace Observe.Generators.Tests.Verification;

/// <summary>A project in a workspace, as an editor has it, and what is reported in it.</summary>
internal sealed class FixedProject
{
    private readonly ObserveFix _fixer;
    private readonly Project _project;
    private readonly ImmutableArray<Diagnostic> _all;

    private FixedProject(ObserveFix fixer, Project project, IReadOnlyList<Diagnostic> all)
    {
        _fixer = fixer;
        _project = project;
        _all = [.. all];
    }

    /// <summary>What the fixer says it can fix.</summary>
    public IEnumerable<Diagnostic> Fixable => _all.Where(diagnostic => _fixer.FixableDiagnosticIds.Contains(diagnostic.Id));

    /// <summary>The ids of all that is reported, as often as it is.</summary>
    public IEnumerable<string> Ids => _all.Select(static diagnostic => diagnostic.Id);

    /// <summary>A project of these files, in which the fixer's rules report what is marked and no more.</summary>
    public static async Task<FixedProject> OfAsync(ObserveFix fixer, string[] sources, OutputKind kind)
    {
        Markup[] files = [.. sources.Select(Markup.Parse)];
        Project project = Workspace(kind, [.. files.Select(static file => file.Source)]);
        FixedProject made = new(fixer, project, await DiagnosticsAsync(project));
        Assert.Equal(
            files.SelectMany(static (file, index) => file.Expected.Select(mark => $"{mark.Id} at {mark.Span} of {index}.cs")),
            made.Fixable.Select(static diagnostic => $"{diagnostic.Id} at {diagnostic.Location.SourceSpan} of {diagnostic.Location.SourceTree!.FilePath}"));
        return made;
    }

    /// <summary>A project that compiles as a compilation does.</summary>
    public static async Task<FixedProject> OfAsync(ObserveFix fixer, CSharpCompilation compilation)
    {
        Project project = Workspace(compilation);
        return new FixedProject(fixer, project, await DiagnosticsAsync(project));
    }

    /// <summary>A project of these files without marks.</summary>
    public static Project Workspace(OutputKind kind, params string[] sources)
    {
        CSharpCompilation compilation = TestCompilation.Of([.. sources.Select(static (source, index) => ($"{index}.cs", source))]);
        return Workspace(compilation.WithOptions(compilation.Options.WithOutputKind(kind)));
    }

    /// <summary>What is reported in the only project of a solution.</summary>
    public static Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(Solution solution) => DiagnosticsAsync(solution.Projects.Single());

    /// <summary>Checks the texts, and that nothing is reported now that was not before, but what they mark.</summary>
    public static async Task AssertAsync(Solution solution, string[] expected, IEnumerable<string> before)
    {
        Markup[] files = [.. expected.Select(Markup.Parse)];
        Project project = solution.Projects.Single();
        foreach ((Markup file, Document document) in files.Zip(project.Documents, static (file, document) => (file, document)))
        {
            Assert.Equal(file.Source, (await document.GetTextAsync()).ToString());
        }

        IReadOnlyList<Diagnostic> after = await DiagnosticsAsync(project);
        HashSet<string> marked = [.. files.SelectMany(static file => file.Expected.Select(static mark => mark.Id))];
        IEnumerable<Diagnostic> shown = after.Where(diagnostic => diagnostic.DefaultSeverity >= DiagnosticSeverity.Warning || marked.Contains(diagnostic.Id));
        Assert.Equal(
            files.SelectMany(static file => file.Expected.Select(static mark => $"{mark.Id} at {mark.Span}")),
            shown.Select(static diagnostic => $"{diagnostic.Id} at {diagnostic.Location.SourceSpan}{Elsewhere(diagnostic)}"));
        Assert.Empty(after.Select(static diagnostic => diagnostic.Id).Except(before).Except(marked));
    }

    public static async Task<Solution> ApplyAsync(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }

    public async Task<IReadOnlyList<CodeAction>> ActionsAsync(Diagnostic diagnostic)
    {
        List<CodeAction> actions = [];
        CodeFixContext context = new(DocumentOf(diagnostic), diagnostic, (action, _) => actions.Add(action), CancellationToken.None);
        await _fixer.RegisterCodeFixesAsync(context);
        Assert.Equal(actions.Count, actions.DistinctBy(static action => action.EquivalenceKey).Count());
        return actions;
    }

    public async Task<CodeAction?> FixAllAsync(string key, FixAllScope scope)
    {
        FixAllContext context = new(
            DocumentOf(Fixable.First()), _fixer, scope, key, _fixer.FixableDiagnosticIds, new Reported(this), CancellationToken.None);
        return await _fixer.GetFixAllProvider().GetFixAsync(context);
    }

    private static Project Workspace(CSharpCompilation compilation)
    {
        AdhocWorkspace workspace = new();
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Create(),
            "UserCode",
            "UserCode",
            LanguageNames.CSharp,
            compilationOptions: compilation.Options,
            parseOptions: compilation.SyntaxTrees[0].Options,
            metadataReferences: compilation.References,
            analyzerReferences: [new GeneratorReference()]));
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            project = project.AddDocument(tree.FilePath, tree.GetText(), filePath: tree.FilePath).Project;
        }

        return project;
    }

    // A fixer sees what the generator wrote, as in an editor; the run that follows writes it anew.
    private static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(Project project)
    {
        var compilation = (CSharpCompilation)(await project.GetCompilationAsync())!;
        return await AnalyzerRun.OfAsync(compilation.RemoveSyntaxTrees(
            compilation.SyntaxTrees.Where(tree => project.GetDocument(tree) is null or SourceGeneratedDocument)));
    }

    private static string Elsewhere(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { FilePath.Length: < 6 } ? "" : $" elsewhere: {diagnostic}";

    private Document DocumentOf(Diagnostic diagnostic) => _project.GetDocument(diagnostic.Location.SourceTree)!;

    // What an editor would answer when it is asked for what to fix everywhere.
    private sealed class Reported(FixedProject project) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project asked, CancellationToken cancellationToken) =>
            Task.FromResult(project.Fixable);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(project.Fixable.Where(diagnostic => project.DocumentOf(diagnostic).Id == document.Id));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project asked, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
