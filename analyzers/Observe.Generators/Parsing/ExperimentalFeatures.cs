using Microsoft.CodeAnalysis;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>
/// Collects the ids under which the compiler reports experimental and obsolete types and members that generated code will mention. The
/// user has accepted them where they were first mentioned; the generated file has to accept them again.
/// </summary>
internal sealed class ExperimentalFeatures
{
    private readonly SortedSet<string> _ids = new(StringComparer.Ordinal);

    public EquatableArray<string> Ids => _ids.ToEquatableArray();

    public void Visit(IMethodSymbol method)
    {
        VisitSymbol(method);
        Visit(method.ReturnType);
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            Visit(parameter.Type);
        }

        foreach (ITypeSymbol constraint in method.TypeParameters.SelectMany(static parameter => parameter.ConstraintTypes))
        {
            Visit(constraint);
        }
    }

    public void Visit(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                Visit(array.ElementType);
                break;
            case IPointerTypeSymbol pointer:
                Visit(pointer.PointedAtType);
                break;
            case INamedTypeSymbol named when named.SpecialType == SpecialType.None:
                VisitNamed(named);
                break;
        }
    }

    public void VisitSymbol(ISymbol symbol)
    {
        if (symbol.FindAttribute("System.Diagnostics.CodeAnalysis", "ExperimentalAttribute")?.TextArgument() is { } id)
        {
            _ids.Add(id);
        }

        if (symbol.FindAttribute("System", "ObsoleteAttribute")?.NamedArgument("DiagnosticId") is string obsolete)
        {
            _ids.Add(obsolete);
        }
    }

    private void VisitNamed(INamedTypeSymbol named)
    {
        foreach (INamedTypeSymbol part in named.WithContainers())
        {
            VisitSymbol(part.OriginalDefinition);
            foreach (ITypeSymbol argument in part.TypeArguments)
            {
                Visit(argument);
            }
        }
    }
}
