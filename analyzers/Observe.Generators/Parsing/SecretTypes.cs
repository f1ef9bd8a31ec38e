using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>Types whose values carry secrets or tell who somebody is. Names are compared, because most projects do not have them.</summary>
internal static class SecretTypes
{
    private const string Http = "Microsoft.AspNetCore.Http";
    private const string Headers = "System.Net.Http.Headers";

    private const string Credential = "a secret to log in with";
    private const string Request = "headers, cookies and whatever was sent";
    private const string Person = "who somebody is";

    private static readonly Dictionary<string, (string Namespace, string Carries)> s_byName = new()
    {
        ["SecureString"] = ("System.Security", Credential),
        ["NetworkCredential"] = ("System.Net", Credential),
        ["ICredentials"] = ("System.Net", Credential),
        ["Cookie"] = ("System.Net", Credential),
        ["CookieContainer"] = ("System.Net", Credential),
        ["CookieCollection"] = ("System.Net", Credential),
        ["AuthenticationHeaderValue"] = (Headers, Credential),
        ["X509Certificate"] = ("System.Security.Cryptography.X509Certificates", Credential),
        ["AsymmetricAlgorithm"] = ("System.Security.Cryptography", Credential),
        ["TokenCredential"] = ("Azure.Core", Credential),
        ["AccessToken"] = ("Azure.Core", Credential),
        ["KeyCredential"] = ("Azure", Credential),
        ["AzureKeyCredential"] = ("Azure", Credential),
        ["ApiKeyCredential"] = ("System.ClientModel", Credential),
        ["SecurityToken"] = ("Microsoft.IdentityModel.Tokens", Credential),
        ["JsonWebToken"] = ("Microsoft.IdentityModel.JsonWebTokens", Credential),
        ["HttpContext"] = (Http, Request),
        ["HttpRequest"] = (Http, Request),
        ["HttpResponse"] = (Http, Request),
        ["IHeaderDictionary"] = (Http, Request),
        ["IRequestCookieCollection"] = (Http, Request),
        ["HttpRequestMessage"] = ("System.Net.Http", Request),
        ["HttpHeaders"] = (Headers, Request),
        ["IPrincipal"] = ("System.Security.Principal", Person),
        ["IIdentity"] = ("System.Security.Principal", Person),
        ["Claim"] = ("System.Security.Claims", Person),
        ["MailAddress"] = ("System.Net.Mail", Person),
    };

    /// <summary>The type and what its values carry, where the value is one or a collection of them; or null.</summary>
    public static (ITypeSymbol Type, string Carries)? Of(ITypeSymbol type)
    {
        if (type.SpecialType != SpecialType.None || type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface or TypeKind.Array))
        {
            return null;
        }

        foreach (ITypeSymbol part in type.WithBases().Concat(type.AllInterfaces))
        {
            if (s_byName.TryGetValue(part.Name, out (string Namespace, string Carries) known) && part.Is(known.Namespace, part.Name))
            {
                return (type, known.Carries);
            }
        }

        return type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? Of(nullable.TypeArguments[0])
            : (Collections.EntryOf(type)?.Value ?? Collections.ElementOf(type)) is { } element && !SymbolEqualityComparer.Default.Equals(element, type)
                ? Of(element)
            : null;
    }
}
