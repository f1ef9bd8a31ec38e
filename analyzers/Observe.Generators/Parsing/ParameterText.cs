using Microsoft.CodeAnalysis;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>Parameters as generated code declares them and hands them on.</summary>
internal static class ParameterText
{
    /// <summary>What a method with an argument list of the C language ends in.</summary>
    public static ObservedParameter ArgumentList { get; } = new()
    {
        Name = "__arglist",
        RecordedName = "__arglist",
        Declaration = "__arglist",
        ObservedDeclaration = "__arglist",
        Argument = "__arglist",
        Capture = null,
    };

    public static ObservedParameter Of(IParameterSymbol parameter, ValueShape? capture)
    {
        string name = SymbolText.AsIdentifier(parameter.Name);
        bool isDynamic = parameter.Type.TypeKind == TypeKind.Dynamic;
        string type = parameter.Type.InCode();
        return new ObservedParameter
        {
            Name = name,
            RecordedName = parameter.Name,
            Declaration = $"{Modifiers(parameter, keepThis: true)}{type} {name}",
            ObservedDeclaration = $"{ObservedModifiers(parameter)}{(isDynamic ? "object?" : type)} {name}",
            Argument = Passing(parameter) + (isDynamic && parameter.RefKind == RefKind.None ? "(object?)" : "") + name,
            Capture = capture,
        };
    }

    /// <summary>The modifiers and a space, or nothing.</summary>
    public static string Modifiers(IParameterSymbol parameter, bool keepThis)
    {
        bool isThis = keepThis && parameter is { Ordinal: 0, ContainingSymbol: IMethodSymbol { IsExtensionMethod: true } };
        return (isThis ? "this " : "") + Scoped(parameter) + ByReference(parameter) + (parameter.IsParams ? "params " : "");
    }

    // A params span is scoped without saying so; where params is left out it has to be said.
    private static string ObservedModifiers(IParameterSymbol parameter) =>
        parameter is { IsParams: true, Type.IsRefLikeType: true } ? "scoped " : Scoped(parameter) + ByReference(parameter);

    private static string Scoped(IParameterSymbol parameter) =>
        parameter is { ScopedKind: not ScopedKind.None, IsParams: false } && parameter.RefKind != RefKind.Out ? "scoped " : "";

    private static string ByReference(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.None => "",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        RefKind.RefReadOnlyParameter => "ref readonly ",
        _ => "ref ",
    };

    private static string Passing(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.None => "",
        RefKind.Out => "out ",
        RefKind.In or RefKind.RefReadOnlyParameter => "in ",
        _ => "ref ",
    };
}
