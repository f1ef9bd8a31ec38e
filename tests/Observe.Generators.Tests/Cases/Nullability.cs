using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks;
using Observe;

namespace Cases.Nullability;

public sealed record Note(string? Text);

#nullable disable
public sealed class Legacy
{
    public string Text { get; set; }

    public List<string> Lines { get; set; }
}

public partial class Oblivious
{
    [Step]
    public partial string Join(string left, List<string> rest, Legacy legacy);

    private string JoinCore(string left, List<string> rest, Legacy legacy) => left + rest;

    [Step]
    public partial Task<T> EchoAsync<T>(T value, Dictionary<string, T> more)
        where T : class;

    private Task<T> EchoCoreAsync<T>(T value, Dictionary<string, T> more)
        where T : class => Task.FromResult(value);
}
#nullable restore

public partial class Annotated
{
    [Step]
    public partial string? Join(string? left, List<string?>? rest, (string? A, string B) pair, Note? note);

    private static string? JoinCore(string? left, List<string?>? rest, (string? A, string B) pair, Note? note) => left;

    // The body's annotations need not agree.
    [Step]
    public partial Task<string> LoadAsync(string? key);

    private static async Task<string?> LoadCoreAsync(string key)
    {
        await Task.Yield();
        return key;
    }

    [Step]
    public partial bool TryGet([NotNullWhen(true)] string? key, [NotNullWhen(true)] out string? value);

    private static bool TryGetCore(string? key, out string? value)
    {
        value = key;
        return key is not null;
    }

    [Step]
    public partial T? Default<T>([AllowNull] T value);

    private static T? DefaultCore<T>(T? value) => value;
}
