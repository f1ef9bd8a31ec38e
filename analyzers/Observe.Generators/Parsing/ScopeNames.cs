using System.Text;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>Names that follow from a method's name.</summary>
internal static class ScopeNames
{
    private const string Async = "Async";
    private const string Core = "Core";

    /// <summary>
    /// Name of the method that is the body: <c>HandleAsync</c> → <c>HandleCoreAsync</c>, <c>Route</c> → <c>RouteCore</c>.
    /// </summary>
    public static string CoreOf(string method) =>
        method.EndsWith(Async, StringComparison.Ordinal)
            ? WithoutAsync(method) + Core + Async
            : method + Core;

    /// <summary>Name of the method whose body has this name, or null where none can.</summary>
    public static string? DeclaredAs(string core)
    {
        string declared = core.EndsWith(Core + Async, StringComparison.Ordinal) ? core.Substring(0, core.Length - (Core + Async).Length) + Async
            : core.EndsWith(Core, StringComparison.Ordinal) ? core.Substring(0, core.Length - Core.Length)
            : "";
        return declared.Length > 0 && CoreOf(declared) == core ? declared : null;
    }

    /// <summary>Whether a method of this name may be the body of another.</summary>
    public static bool IsLikeCore(string method) =>
        method.EndsWith(Core, StringComparison.Ordinal) || method.EndsWith(Core + Async, StringComparison.Ordinal);

    /// <summary>Name of the scope where the attribute gives none.</summary>
    public static string DefaultOf(ScopeKind kind, string type, string method) =>
        kind == ScopeKind.Run ? type : SnakeCase(WithoutAsync(method));

    /// <summary>
    /// <c>GetHTTPPage</c> → <c>get_http_page</c>, <c>Step2B</c> → <c>step2_b</c>: a word begins at a capital that follows a small
    /// letter or a digit, and at the last capital of a row of them when a small letter follows.
    /// </summary>
    public static string SnakeCase(string name)
    {
        StringBuilder text = new(name.Length + 8);
        for (int i = 0; i < name.Length; i++)
        {
            char current = name[i];
            if (char.IsUpper(current) && i > 0 && name[i - 1] != '_')
            {
                bool afterWord = !char.IsUpper(name[i - 1]);
                bool beforeWord = i + 1 < name.Length && char.IsLower(name[i + 1]);
                if (afterWord || beforeWord)
                {
                    text.Append('_');
                }
            }

            text.Append(char.ToLowerInvariant(current));
        }

        return text.ToString();
    }

    /// <summary>What the method does, whether or not it does so asynchronously.</summary>
    public static string WithoutAsync(string method)
    {
        bool isSuffix = method.EndsWith(Async, StringComparison.Ordinal) && method.Length > Async.Length;
        return isSuffix ? method.Substring(0, method.Length - Async.Length) : method == Async ? "" : method;
    }
}
