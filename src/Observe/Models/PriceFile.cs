using System.Text.Json;

namespace Observe.Models;

/// <summary>Reads prices of the user's own from a JSON file. Every mistake names the file, the line and what is expected there.</summary>
internal ref partial struct PriceFile
{
    private const string Shape =
        "{ \"prices\": [ { \"model\": \"gpt-4o\", \"input_per_million\": 2.5, \"output_per_million\": 10 } ] }";

    private readonly string _path;
    private readonly ReadOnlySpan<byte> _text;
    private Utf8JsonReader _reader;

    private PriceFile(string path, ReadOnlySpan<byte> text)
    {
        _path = path;
        _text = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
        _reader = new Utf8JsonReader(_text, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
    }

    public static ModelPrice[] Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no price file \"{path}\". Write one like this: {Shape}", path);
        }

        return new PriceFile(path, File.ReadAllBytes(path)).ReadAll();
    }

    private ModelPrice[] ReadAll()
    {
        List<ModelPrice> prices = [];
        bool hasPrices = false;
        Expect(JsonTokenType.StartObject, $"the file is one object like {Shape}");
        while (Next() == JsonTokenType.PropertyName)
        {
            string member = _reader.GetString()!;
            if (member != "prices")
            {
                throw Wrong($"\"{member}\" is not known; the only member is \"prices\"");
            }

            hasPrices = true;
            Expect(JsonTokenType.StartArray, "\"prices\" is a list of objects in [ ]");
            while (Next() != JsonTokenType.EndArray)
            {
                prices.Add(ReadPrice());
            }
        }

        if (Next() != JsonTokenType.None)
        {
            throw Wrong($"{TokenText()} is not expected behind the object");
        }

        return hasPrices ? [.. prices] : throw Wrong($"\"prices\" is missing; write {Shape}");
    }

    private ModelPrice ReadPrice()
    {
        long begin = LineOf(_reader.TokenStartIndex);
        PriceMembers members = new();
        ReadMembers(ref members, isTier: false);
        return members switch
        {
            { Model: null } => throw Wrong(begin, "\"model\" is missing; it is the name of the model"),
            { Input: null } => throw Wrong(begin, $"\"input_per_million\" of \"{members.Model}\" is missing; it is US dollars for one million tokens"),
            { Output: null } => throw Wrong(begin, $"\"output_per_million\" of \"{members.Model}\" is missing; it is US dollars for one million tokens"),
            _ => members.ToPrice(),
        };
    }

    private PriceTier ReadTier()
    {
        long begin = LineOf(_reader.TokenStartIndex);
        PriceMembers members = new();
        ReadMembers(ref members, isTier: true);
        return members.Above is null
            ? throw Wrong(begin, "\"above_input_tokens\" is missing; it is the number of input tokens above which the tier holds")
            : members.ToTier();
    }

    private void ReadMembers(ref PriceMembers members, bool isTier)
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            throw Wrong($"{TokenText()} is no {(isTier ? "tier" : "price")}; write an object in {{ }}");
        }

        while (Next() == JsonTokenType.PropertyName)
        {
            string member = _reader.GetString()!;
            Next();
            switch (member)
            {
                case "input_per_million":
                    members.Input = ReadAmount(member);
                    break;
                case "output_per_million":
                    members.Output = ReadAmount(member);
                    break;
                case "cache_read_per_million":
                    members.CacheRead = ReadAmount(member);
                    break;
                case "cache_write_per_million":
                    members.CacheWrite = ReadAmount(member);
                    break;
                case "cache_write_one_hour_per_million":
                    members.CacheWriteOneHour = ReadAmount(member);
                    break;
                case "above_input_tokens" when isTier:
                    members.Above = ReadCount(member);
                    break;
                case "model" when !isTier:
                    members.Model = ReadText(member);
                    break;
                case "provider" when !isTier:
                    members.Provider = ReadText(member);
                    break;
                case "source" when !isTier:
                    members.Source = ReadText(member);
                    break;
                case "valid_from" when !isTier:
                    members.ValidFrom = ReadDay(member);
                    break;
                case "as_of" when !isTier:
                    members.AsOf = ReadDay(member);
                    break;
                case "max_input_tokens" when !isTier:
                    members.MaxInput = (int)ReadCount(member);
                    break;
                case "max_output_tokens" when !isTier:
                    members.MaxOutput = (int)ReadCount(member);
                    break;
                case "tiers" when !isTier:
                    ReadTiers(members.Tiers);
                    break;
                default:
                    throw Wrong($"\"{member}\" is not known; the members are {(isTier ? PriceMembers.NamesOfTier : PriceMembers.NamesOfPrice)}");
            }
        }
    }

    private void ReadTiers(List<PriceTier> tiers)
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            throw Wrong("\"tiers\" is a list of objects in [ ]");
        }

        while (Next() != JsonTokenType.EndArray)
        {
            tiers.Add(ReadTier());
        }
    }
}
