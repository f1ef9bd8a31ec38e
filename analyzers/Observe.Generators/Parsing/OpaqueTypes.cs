using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>
/// Types that are named in a record and never looked into: reading them could act (open, compute, wait) or say nothing about the
/// call.
/// </summary>
internal static class OpaqueTypes
{
    private static readonly string[] s_serviceSuffixes =
    [
        "Service", "Client", "Repository", "Factory", "Provider", "Handler", "Logger", "Context", "Manager",
    ];

    /// <summary>Whether the value holds resources or is computed when looked at; true for collections of that sort, too.</summary>
    public static bool IsLive(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Delegate or TypeKind.Error
        || type.IsRefLikeType
        || type.WithBases().Concat(type.AllInterfaces).Any(static part =>
            part.SpecialType == SpecialType.System_IDisposable
            || (part.IsFramework() && part.Name is "IAsyncDisposable" or "IQueryable" or "IAsyncEnumerable" or "Exception" or "Lazy"))
        || ReturnType.IsAwaitable(type);

    /// <summary>Whether an object is a service, or part of the framework, rather than data.</summary>
    public static bool IsService(INamedTypeSymbol type) =>
        (type.IsFramework() && !type.Is("System.Collections.Generic", "KeyValuePair"))
        || (type.TypeKind == TypeKind.Interface && HasMethods(type))
        || (type is { TypeKind: TypeKind.Class, IsRecord: false } && IsNamedAsService(type));

    private static bool IsNamedAsService(INamedTypeSymbol type) =>
        s_serviceSuffixes.Any(suffix => type.Name.EndsWith(suffix, StringComparison.Ordinal));

    private static bool HasMethods(INamedTypeSymbol type) =>
        type.AllInterfaces.Prepend(type).Any(static contract => contract.GetMembers().Any(static member =>
            member is IEventSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false }));
}
