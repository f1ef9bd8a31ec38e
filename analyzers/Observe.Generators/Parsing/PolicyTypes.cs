using Microsoft.CodeAnalysis;
using Observe.Generators.Model;
using Observe.Generators.Rules;

namespace Observe.Generators.Parsing;

/// <summary>Reads <c>[Policy(…)]</c>: a type of the user's own, or a name.</summary>
internal static class PolicyTypes
{
    public static DeclaredPolicy? Parse(TypeParsing context, IMethodSymbol method, AttributeData attribute, ConstantRules rules)
    {
        object? given = attribute.ConstructorArguments is [{ Kind: not TypedConstantKind.Array and not TypedConstantKind.Error } argument] ? argument.Value : null;
        if (given is INamedTypeSymbol { TypeKind: TypeKind.Error })
        {
            return null; // the compiler says so
        }

        if (given is ITypeSymbol type)
        {
            if (Problem(context, type) is { } problem)
            {
                context.Rules.Report(
                    ShapeRules.PolicyTypeUnusable, attribute, context.CancellationToken, method.Name, type.InMessage(), problem);
                return null;
            }

            context.Features.Visit(type);
            return DeclaredPolicy.Own(type.InCode());
        }

        string? name = given as string;
        if (string.IsNullOrWhiteSpace(name))
        {
            rules.Wrong(name is null ? "null" : "a blank name", "give a type, or the name of a policy that the observer knows");
            return null;
        }

        return DeclaredPolicy.BuiltIn("Named", Literals.Of(name));
    }

    private static string? Problem(TypeParsing context, ITypeSymbol type)
    {
        if (!type.OriginalDefinition.AllInterfaces.Any(static contract => contract.IsOurs(WellKnownNames.PolicyContract)))
        {
            return "it does not implement IPolicy";
        }

        // An array has interfaces too, but none of ours.
        var named = (INamedTypeSymbol)type;
        return named.IsUnboundGenericType ? "its type arguments are missing"
            : named.TypeKind == TypeKind.Interface || named.IsAbstract ? "it is abstract, so there can be no instance of it"
            : TypeVisibility.Problem(context, named) ?? ConstructorProblem(context, named);
    }

    private static string? ConstructorProblem(TypeParsing context, INamedTypeSymbol type)
    {
        IMethodSymbol? constructor = type.InstanceConstructors.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty);
        if (constructor is null || !context.Compilation.IsSymbolAccessibleWithin(constructor, context.Compilation.Assembly))
        {
            return "it has no constructor without parameters that is public or internal";
        }

        bool isComplete = constructor.HasAttribute("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute")
            || !type.WithBases().SelectMany(static part => part.GetMembers())
                .Any(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });
        return isComplete ? null : "it has required members, which nobody sets";
    }
}
