namespace Observe.Tests.Models;

public sealed class PriceFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"observe-prices-{Path.GetRandomFileName()}.json");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_file_with_everything_is_read()
    {
        ModelCatalogue own = Read(
            """
            {
              // what we have agreed on
              "prices": [
                { "model": "gpt-4o", "input_per_million": 1.25, "output_per_million": 5, },
                {
                  "model": "house-model", "provider": "my-gateway", "valid_from": "2026-09-01", "source": "contract 7", "as_of": "2026-08-01",
                  "input_per_million": 2, "output_per_million": 8, "cache_read_per_million": 0.5, "cache_write_per_million": 2.5,
                  "cache_write_one_hour_per_million": 4, "max_input_tokens": 32000, "max_output_tokens": 4000,
                  "tiers": [ { "above_input_tokens": 10000, "input_per_million": 3, "output_per_million": 9, "cache_read_per_million": 0.75,
                               "cache_write_per_million": 3.5, "cache_write_one_hour_per_million": 5 } ]
                }
              ]
            }
            """);

        CataloguedModel house = own.Find("house-model", "my-gateway")!;
        ModelPrice price = Assert.Single(house.Prices);
        PriceTier tier = Assert.Single(price.Tiers);
        Assert.Equal(1.25m, Assert.Single(own.Find("gpt-4o")!.Prices).InputPerMillion);
        Assert.Equal((32_000, 4000), (house.MaxInputTokens, house.MaxOutputTokens));
        Assert.Equal((2m, 8m, 0.5m, 2.5m, 4m), (price.InputPerMillion, price.OutputPerMillion, price.CacheReadPerMillion, price.CacheWritePerMillion, price.CacheWriteOneHourPerMillion));
        Assert.Equal((new DateOnly(2026, 9, 1), "contract 7", new DateOnly(2026, 8, 1)), (price.ValidFrom, price.Source, price.AsOf));
        Assert.Equal((10_000, 3m, 9m, 0.75m, 3.5m, 5m), (tier.AboveInputTokens, tier.InputPerMillion, tier.OutputPerMillion, tier.CacheReadPerMillion, tier.CacheWritePerMillion, tier.CacheWriteOneHourPerMillion));
        Assert.Equal(0.00375m, own.Estimate("gpt-4o", TokenUsage.OpenAI(1000, 500), DateTimeOffset.UnixEpoch)?.Usd);
    }

    [Fact]
    public void A_file_that_begins_with_a_byte_order_mark_is_read()
    {
        Assert.NotNull(Read("\uFEFF{ \"prices\": [ { \"model\": \"m\", \"input_per_million\": 1, \"output_per_million\": 1 } ] }").Find("m"));
    }

    [Fact]
    public void An_empty_list_changes_nothing()
    {
        Assert.Equal("gpt-4o", Read("{ \"prices\": [] }").Find("gpt-4o")?.Name);
    }

    [Theory]
    [InlineData("", 1, "no JSON")]
    [InlineData("[]", 1, "the file is one object")]
    [InlineData("{\n}", 2, "\"prices\" is missing")]
    [InlineData("{\n\n\"price\": [] }", 3, "\"price\" is not known; the only member is \"prices\"")]
    [InlineData("{ \"prices\":\n{} }", 2, "\"prices\" is a list")]
    [InlineData("{ \"prices\": [\n{ \"model\": \"m\", \"input_per_million\": 1,\n\"output_per_million\": 1 \"x\" } ] }", 3, "no JSON")]
    [InlineData("{ \"prices\": [\n7\n] }", 2, "7 is no price")]
    [InlineData("{ \"prices\": [\n{ \"input_per_million\": 1, \"output_per_million\": 1 } ] }", 2, "\"model\" is missing")]
    [InlineData("{ \"prices\": [\n{ \"model\": \"m\",\n \"output_per_million\": 1 } ] }", 2, "\"input_per_million\" of \"m\" is missing")]
    [InlineData("{ \"prices\": [\n{ \"model\": \"m\",\n \"input_per_million\": 1 } ] }", 2, "\"output_per_million\" of \"m\" is missing")]
    [InlineData("{ \"prices\": [\n{ \"model\": \"m\",\n \"input_per_milion\": 1 } ] }", 3, "\"input_per_milion\" is not known; the members are model, provider")]
    [InlineData("{ \"prices\": [\n{ \"model\": \"m\",\n \"input_per_million\": \"1\" } ] }", 3, "\"input_per_million\" is \"1\"; write US dollars")]
    [InlineData("{ \"prices\": [\n{ \"model\": \"m\",\n \"input_per_million\": -1 } ] }", 3, "\"input_per_million\" is -1; write US dollars")]
    [InlineData("{ \"prices\": [\n{ \"model\": \"m\",\n \"input_per_million\": 1e99 } ] }", 3, "\"input_per_million\" is 1e99; write US dollars")]
    [InlineData("{ \"prices\": [\n{ \"model\":\n 5 } ] }", 3, "\"model\" is 5; write a text in quotes")]
    [InlineData("{ \"prices\": [\n{ \"model\": \"m\",\n \"valid_from\": \"1.9.2026\" } ] }", 3, "\"valid_from\" is \"1.9.2026\"; write a day like \"2026-09-01\"")]
    [InlineData("{ \"prices\": [\n{ \"model\": \"m\",\n \"max_input_tokens\": 0 } ] }", 3, "\"max_input_tokens\" is 0; write a number of tokens")]
    [InlineData("{ \"prices\": [\n{ \"model\": \"m\",\n \"tiers\": {} } ] }", 3, "\"tiers\" is a list")]
    [InlineData("{ \"prices\": [\n{ \"model\": \"m\", \"tiers\": [\n{ \"input_per_million\": 1 } ] } ] }", 3, "\"above_input_tokens\" is missing")]
    [InlineData("{ \"prices\": [\n{ \"model\": \"m\", \"tiers\": [\n{ \"model\": 1 } ] } ] }", 3, "\"model\" is not known; the members are above_input_tokens")]
    [InlineData("{ \"prices\": [] }\n{}", 2, "no JSON")]
    public void A_mistake_names_the_file_the_line_and_the_fix(string text, int line, string message)
    {
        InvalidDataException wrong = Assert.Throws<InvalidDataException>(() => Read(text));

        Assert.StartsWith($"{_path}, line {line}: ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named_together_with_what_it_should_say()
    {
        FileNotFoundException missing = Assert.Throws<FileNotFoundException>(() => ModelCatalogue.Default.WithFile(_path));

        Assert.Contains(_path, missing.Message, StringComparison.Ordinal);
        Assert.Contains("\"prices\"", missing.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ModelCatalogue.Default.WithFile(" "));
    }

    private ModelCatalogue Read(string text)
    {
        File.WriteAllText(_path, text);
        return ModelCatalogue.Default.WithFile(_path);
    }
}
