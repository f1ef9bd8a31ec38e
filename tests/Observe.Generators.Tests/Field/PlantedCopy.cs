using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Field;

/// <summary>A copy of a product with mistakes in it.</summary>
internal sealed partial class PlantedCopy(Product product)
{
    private readonly Dictionary<string, string> _files = new(product.Files, StringComparer.Ordinal);
    private readonly List<Edit> _planted = [];
    private LanguageVersion? _version;

    /// <summary>Plants a mistake, unless what it changes does not stand in the copy exactly once, or belongs to another mistake.</summary>
    public bool TryPlant(Mistake mistake)
    {
        Dictionary<string, string> changed = new(StringComparer.Ordinal);
        foreach (Edit edit in mistake.Edits)
        {
            string text = changed.GetValueOrDefault(edit.File, _files.GetValueOrDefault(edit.File, ""));
            string[] around = text.Split(edit.Before);
            if (around.Length != 2)
            {
                return false;
            }

            changed[edit.File] = around[0] + edit.After + around[1];
        }

        if (_planted.Any(edit => changed.TryGetValue(edit.File, out string? text) && !text.Contains(edit.After, StringComparison.Ordinal)))
        {
            return false;
        }

        _planted.AddRange(mistake.Edits);
        foreach ((string file, string text) in changed)
        {
            _files[file] = text;
        }

        _version ??= mistake.Version;
        return true;
    }

    /// <summary>Where which rule is expected for one of the mistakes that were planted.</summary>
    public IReadOnlyList<Finding> ExpectedOf(Mistake mistake)
    {
        List<Finding> expected = [];
        foreach (Edit edit in mistake.Edits)
        {
            string text = _files[edit.File];
            int start = text.IndexOf(edit.After, StringComparison.Ordinal);
            foreach (Match mark in Marks().Matches(edit.After))
            {
                // A mark has no line break, so lines are the same with marks and without.
                int line = 1 + text.AsSpan(0, start + mark.Index).Count('\n');
                expected.Add(new Finding(mark.Groups["id"].Value, edit.File, line));
            }
        }

        return expected;
    }

    /// <summary>What compiler, generator and every analyzer say.</summary>
    public Task<IReadOnlyList<Diagnostic>> DiagnoseAsync() => AnalyzerRun.OfAsync(Compile());

    /// <summary>The copy as its project compiles it.</summary>
    public CSharpCompilation Compile() =>
        product.Compile(_files.ToDictionary(static file => file.Key, static file => Markup.Parse(file.Value).Source), _version);

    /// <summary>What our rules find, whatever their severity.</summary>
    public static IReadOnlyList<Finding> Findings(IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics
            .Where(static diagnostic => diagnostic.Id.StartsWith("OBS", StringComparison.Ordinal))
            .Select(static diagnostic =>
            {
                FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
                return new Finding(diagnostic.Id, place.Path, place.StartLinePosition.Line + 1);
            }),
    ];

    [GeneratedRegex(@"\{\|(?<id>[A-Z]+\d+):")]
    private static partial Regex Marks();
}
