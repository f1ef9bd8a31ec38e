using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>Constraint clauses of a method.</summary>
internal static class Constraints
{
    /// <summary>The clauses in full.</summary>
    public static EquatableArray<string> Of(IMethodSymbol method) =>
        method.TypeParameters.Select(Clause).OfType<string>().ToEquatableArray();

    /// <summary>What an implementing part repeats. An override may only say whether a type parameter is a class or not.</summary>
    public static EquatableArray<string> OfImplementation(IMethodSymbol method, MethodDeclarationSyntax declaration) =>
        method.IsOverride
            ? declaration.ConstraintClauses
                .Select(static clause => clause.WithoutTrivia().NormalizeWhitespace().ToFullString())
                .ToEquatableArray()
            : Of(method);

    private static string? Clause(ITypeParameterSymbol parameter)
    {
        List<string> constraints = [];
        if (parameter.HasUnmanagedTypeConstraint)
        {
            constraints.Add("unmanaged");
        }
        else if (parameter.HasValueTypeConstraint)
        {
            constraints.Add("struct");
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            bool isNullable = parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated;
            constraints.Add(isNullable ? "class?" : "class");
        }
        else if (parameter.HasNotNullConstraint)
        {
            constraints.Add("notnull");
        }

        for (int i = 0; i < parameter.ConstraintTypes.Length; i++)
        {
            constraints.Add(parameter.ConstraintTypes[i].WithNullableAnnotation(parameter.ConstraintNullableAnnotations[i]).InCode());
        }

        if (parameter.HasConstructorConstraint)
        {
            constraints.Add("new()");
        }

        if (parameter.AllowsRefLikeType)
        {
            constraints.Add("allows ref struct");
        }

        return constraints.Count == 0 ? null : $"where {SymbolText.AsIdentifier(parameter.Name)} : {string.Join(", ", constraints)}";
    }
}
