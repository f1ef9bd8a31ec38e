using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;

namespace Observe.Generators.Analysis;

/// <summary>An analyzer of code that uses this library; it costs nothing in a project that does not.</summary>
public abstract class ObserveAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName($"{WellKnownNames.Namespace}.{WellKnownNames.RunContext}") is not null)
            {
                Start(start);
            }
        });
    }

    /// <summary>Registers what is to be looked at.</summary>
    private protected abstract void Start(CompilationStartAnalysisContext context);
}
