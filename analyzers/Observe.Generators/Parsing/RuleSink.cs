using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>Collects what is wrong with the user's code while it is parsed.</summary>
internal sealed class RuleSink
{
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    public int Count => _diagnostics.Count;

    /// <summary>Reports a rule at the identifier of a symbol's first declaration.</summary>
    public void Report(DiagnosticDescriptor rule, ISymbol symbol, params object[] arguments) =>
        Report(rule, symbol.Locations.FirstOrDefault(), arguments);

    /// <summary>Reports a rule at an attribute.</summary>
    public void Report(
        DiagnosticDescriptor rule, AttributeData attribute, CancellationToken cancellationToken, params object[] arguments) =>
        Report(rule, attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation(), arguments);

    public void Report(DiagnosticDescriptor rule, Location? location, params object[] arguments) =>
        _diagnostics.Add(Diagnostic.Create(rule, location, arguments));

    public ImmutableArray<Diagnostic> ToImmutable() => _diagnostics.ToImmutable();
}
