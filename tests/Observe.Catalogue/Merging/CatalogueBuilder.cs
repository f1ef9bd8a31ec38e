using Observe.Catalogue.Sources;

namespace Observe.Catalogue.Merging;

/// <summary>Makes one list of rows of the two files, and notes where they disagree.</summary>
internal sealed class CatalogueBuilder(IReadOnlyList<LitellmModel> litellm, IReadOnlyList<GenaiModel> genai)
{
    private static readonly string[] s_soundOrPicture =
        ["audio", "realtime", "-live", "image", "tts", "transcribe", "speech", "lyria", "sonic", "marengo"];

    private readonly Dictionary<(string Provider, string Name), Row> _rows = [];
    private readonly HashSet<(string Provider, string Name)> _bareAtLitellm = [];
    private readonly ILookup<string, GenaiModel> _genaiOf = genai.ToLookup(model => model.Provider);

    public PriceMerge Merge { get; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public void Build()
    {
        AddLitellm();
        AddRules();
        AddWhatMustNotBeTakenForAnother();
        Rows = [.. BareNames.Mark(_rows.Values, _bareAtLitellm)];
    }

    private void AddLitellm()
    {
        // The same name can stand in the file with and without its provider.
        IEnumerable<LitellmModel> models = litellm.Where(model => model.CountsText && CanBeWritten(model.Name))
            .GroupBy(model => (model.Provider, model.Name))
            .Select(same => same.OrderBy(model => model.Price is null).ThenBy(model => !model.IsBare).ThenBy(model => model.Key, StringComparer.Ordinal).First());
        foreach (LitellmModel model in models)
        {
            GenaiModel? other = GenaiOf(model.Provider).FirstOrDefault(one => one.Match.Matches(model.Name));
            if (Merge.IsListedAsAnotherKind(model, other))
            {
                continue;
            }

            IEnumerable<GenaiModel> dated = GenaiOf(model.Provider).Where(one =>
                one.Prices is { IsDated: true } && one.Match.Names().Any(pattern => pattern.Name.EndsWith(model.Name, StringComparison.Ordinal)));
            PriceList? prices = IsSoundOrPicture(model.Name) ? null : Merge.Pick(model, other, dated);
            Row row = new(model.Provider, model.Name, prices)
            {
                MaxInput = model.MaxInput ?? other?.ContextWindow,
                MaxOutput = model.MaxOutput,
            };
            _rows.Add(Key(row), row);
            // Deployments of Azure have names of their own; a name by itself is the maker's.
            if (model.IsBare && model.Provider.Name != "azure.ai.openai")
            {
                _bareAtLitellm.Add(Key(row));
            }
        }
    }

    private void AddRules()
    {
        foreach (GenaiModel model in genai)
        {
            foreach ((string name, bool isPrefix) in NamesOf(model))
            {
                // Within a provider the first rule that matches is the one that counts.
                if (OwnerOf(model, name) is not { } provider || !CanBeWritten(name) || _genaiOf[model.Provider].First(one => one.Match.Matches(name)) != model)
                {
                    continue;
                }

                PriceList? prices = IsSoundOrPicture(name) ? null : PriceMerge.OfRule(model);
                Row row = _rows.TryGetValue((provider.Name, name), out Row? known)
                    ? known
                    : new Row(provider, name, prices) { MaxInput = model.ContextWindow };
                _rows[Key(row)] = row with { IsPrefix = row.IsPrefix || isPrefix };
            }
        }
    }

    /// <summary>Adds, without a price, names that would otherwise be taken for a shorter name with another text: gpt-4o-realtime is no gpt-4o.</summary>
    private void AddWhatMustNotBeTakenForAnother()
    {
        foreach (LitellmModel model in litellm.Where(model => !model.CountsText && CanBeWritten(model.Name)))
        {
            Row row = new(model.Provider, model.Name, null);
            bool isLonger = Enumerable.Range(1, model.Name.Length - 1).Any(length =>
                (model.Provider.Fallbacks.Append(model.Provider.Name)).Any(provider => _rows.ContainsKey((provider, model.Name[..length]))));
            if (isLonger)
            {
                _rows.TryAdd(Key(row), row);
            }
        }
    }

    private IEnumerable<GenaiModel> GenaiOf(KnownProvider provider) => provider.Name switch
    {
        "gcp.vertex_ai" => _genaiOf["google"],
        "azure.ai.inference" => _genaiOf["azure"],
        _ => provider.Genai.SelectMany(name => _genaiOf[name]),
    };

    /// <summary>What the rules compare names with, and the name of the entry itself where the rules would recognize it.</summary>
    private static IEnumerable<(string Name, bool IsPrefix)> NamesOf(GenaiModel model) =>
        model.Match.Matches(model.Id) ? model.Match.Names().Append((model.Id, false)) : model.Match.Names();

    /// <summary>Google and Azure are one provider there and two here. OpenAI does not sell the models whose weights it gives away.</summary>
    private static KnownProvider? OwnerOf(GenaiModel model, string name) => model.Provider switch
    {
        "openai" when name.StartsWith("gpt-oss", StringComparison.Ordinal) => null,
        "google" when !KnownProviders.Of("gcp.gemini").HasModel(name) => KnownProviders.Of("gcp.vertex_ai"),
        "azure" when !KnownProviders.Of("openai").HasModel(name) => KnownProviders.Of("azure.ai.inference"),
        _ => KnownProviders.All.FirstOrDefault(provider => provider.Genai.Contains(model.Provider)),
    };

    /// <summary>Models whose tokens are mostly not text: the price of their text would be far too low.</summary>
    private static bool IsSoundOrPicture(string name) =>
        s_soundOrPicture.Any(word => name.Contains(word, StringComparison.Ordinal));

    private static bool CanBeWritten(string name) => name.Length is > 0 and <= 90 && name.All(letter => letter is > '"' and <= '~');

    private static (string Provider, string Name) Key(Row row) => (row.Provider.Name, row.Name);
}
