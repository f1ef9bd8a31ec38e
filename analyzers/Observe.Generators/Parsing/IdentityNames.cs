using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>Recognises by its name a parameter that says whose a run is.</summary>
internal static class IdentityNames
{
    /// <summary>The role that a parameter of this name has, as the property of a run, or null.</summary>
    public static string? RoleOf(string parameter) => parameter.Replace("_", "").ToUpperInvariant() switch
    {
        "SESSION" or "SESSIONID" or "CONVERSATIONID" or "THREADID" or "CHATID" => "SessionId",
        "USERID" => "UserId",
        "ENDUSERID" => "EndUserId",
        "USERGROUP" => "UserGroup",
        "ANONYMOUSID" => "AnonymousId",
        _ => null,
    };

    /// <summary>Whether values of the type are ids.</summary>
    public static bool CanBeId(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] }
            ? CanBeId(value)
            : type.SpecialType is SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Int64 || type.Is("System", "Guid");
}
