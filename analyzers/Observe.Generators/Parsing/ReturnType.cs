using Microsoft.CodeAnalysis;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>What a method returns: when the call is over and what comes out of it.</summary>
internal sealed class ReturnType
{
    private const string Tasks = "System.Threading.Tasks";
    private const string OtherAwaitable = "of awaitable types it may return Task, Task<T>, ValueTask and ValueTask<T>";

    private ReturnType(ReturnShape shape, ITypeSymbol? result, string? problem = null)
    {
        Shape = shape;
        Result = result;
        Problem = problem;
    }

    public ReturnShape Shape { get; }

    /// <summary>The result, the awaited result or one item; null when there is none.</summary>
    public ITypeSymbol? Result { get; }

    /// <summary>Why it cannot be observed, or null.</summary>
    public string? Problem { get; }

    /// <summary>Whether the result may stand for a type parameter.</summary>
    public bool ResultIsTypeArgument => Result is not null && CanBeTypeArgument(Result);

    public static bool CanBeTypeArgument(ITypeSymbol type) =>
        type.TypeKind is not (TypeKind.Pointer or TypeKind.FunctionPointer)
        && type is not { IsRefLikeType: true } and not ITypeParameterSymbol { AllowsRefLikeType: true };

    public static ReturnType Of(IMethodSymbol method)
    {
        ITypeSymbol type = method.ReturnType;
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            return new(ReturnShape.Value, type, "it returns by reference, and what is observed is a value; return the value");
        }

        if (method.ReturnsVoid)
        {
            return new(ReturnShape.Void, null);
        }

        return type is INamedTypeSymbol { TypeArguments: var arguments } named && Known(named, arguments.FirstOrDefault()) is { } known
            ? known
            : new(ReturnShape.Value, type, IsAwaitable(type) ? OtherAwaitable : null);
    }

    /// <summary>Whether <c>await</c> would accept the type, by a method of its own.</summary>
    public static bool IsAwaitable(ITypeSymbol type) => type is ITypeParameterSymbol parameter
        ? parameter.ConstraintTypes.Any(IsAwaitable)
        : type.WithBases().Concat(type.TypeKind == TypeKind.Interface ? type.AllInterfaces : [])
            .Any(static candidate => candidate.GetMembers("GetAwaiter").Any(static member => member is IMethodSymbol { Parameters: [] }));

    private static ReturnType? Known(INamedTypeSymbol type, ITypeSymbol? argument) => (type.Name, type.Arity) switch
    {
        ("Task", 0) when type.Is(Tasks, "Task") => new(ReturnShape.Task, null),
        ("Task", 1) when type.Is(Tasks, "Task") => new(ReturnShape.TaskOfResult, argument),
        ("ValueTask", 0) when type.Is(Tasks, "ValueTask") => new(ReturnShape.ValueTask, null),
        ("ValueTask", 1) when type.Is(Tasks, "ValueTask") => new(ReturnShape.ValueTaskOfResult, argument),
        _ => Stream(type, argument),
    };

    private static ReturnType? Stream(INamedTypeSymbol type, ITypeSymbol? argument) => type.OriginalDefinition.SpecialType switch
    {
        SpecialType.System_Collections_Generic_IEnumerable_T => new(ReturnShape.Sequence, argument),
        SpecialType.System_Collections_IEnumerable => Unsupported("IEnumerable does not say what it yields; return IEnumerable<T>"),
        SpecialType.System_Collections_IEnumerator or SpecialType.System_Collections_Generic_IEnumerator_T =>
            Unsupported("an enumerator can be run through only once, and its caller does; return IEnumerable<T>"),
        _ when type.Is("System.Collections.Generic", "IAsyncEnumerable") => new(ReturnShape.AsyncStream, argument),
        _ when type.Is("System.Collections.Generic", "IAsyncEnumerator") =>
            Unsupported("an enumerator can be run through only once, and its caller does; return IAsyncEnumerable<T>"),
        _ => null,
    };

    private static ReturnType Unsupported(string problem) => new(ReturnShape.Value, null, problem);
}
