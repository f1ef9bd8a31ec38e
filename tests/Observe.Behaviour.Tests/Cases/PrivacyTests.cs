using Cases.Privacy;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class PrivacyTests
{
    private const string Canary = "canary-4111";
    private const string Mask = "##SENSITIVE##";
    private readonly Vault _vault = new();

    [Fact]
    public async Task Sensitive_members_are_masked_wherever_the_value_stands()
    {
        Card card = new(Canary, "Ada");
        RunTrace run = await CallAsync(async () => Assert.Same(
            card,
            await _vault.PayAsync(card, new GoldCard(Canary, "Bob", 3), Canary, Canary, [card, new GoldCard(Canary, "Cy", 4), null!])));

        Assert.Equal(
            [
                (ScopeKind.ToolCall,
                    "pay",
                    $$"""{"card":{"Number":"{{Mask}}","Holder":"Ada"},"gold":{"Number":"{{Mask}}","Holder":"Bob","Points":3},"pin":"{{Mask}}","others":[{"Number":"{{Mask}}","Holder":"Ada"},{"Number":"{{Mask}}","Holder":"Cy"},null]}""",
                    $$"""{"Number":"{{Mask}}","Holder":"Ada"}"""),
            ],
            run.Calls());
    }

    [Fact]
    public async Task Sensitive_types_are_masked_and_types_not_captured_leave_no_trace()
    {
        ApiKey key = new(Canary);
        RunTrace run = await CallAsync(() => Assert.Equal(
            Canary,
            _vault.Reveal(key, [key, null!], new DerivedSettings(key, new() { ["main"] = key }, Canary, new Noise()), new Noise(), [new Noise()], (key, new Noise(), 7))));

        Assert.Equal(
            [
                (ScopeKind.ToolCall,
                    "reveal",
                    $$$"""{"key":"{{{Mask}}}","keys":["{{{Mask}}}","{{{Mask}}}"],"settings":{"Key":"{{{Mask}}}","Keys":{"main":"{{{Mask}}}"},"Token":"{{{Mask}}}"},"pair":{"Key":"{{{Mask}}}","Number":7}}""",
                    $"\"{Mask}\""),
            ],
            run.Calls());
        Assert.DoesNotContain("noise", run.Text(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Attributes_of_base_types_and_interfaces_count_and_masked_getters_are_not_called()
    {
        RunTrace run = await CallAsync(() => Assert.Equal(7, _vault.Examine(new Patient(), new Login(Canary) { User = "ada" })));
        Assert.Equal(
            [
                (ScopeKind.Step,
                    "examine",
                    $$$"""{"patient":{"Name":"{{{Mask}}}","InsuranceNumber":"{{{Mask}}}","Age":7},"login":{"User":"ada","Password":"{{{Mask}}}"}}""",
                    null),
            ],
            run.Calls());
    }

    [Fact]
    public async Task Attributes_of_an_implemented_method_count()
    {
        RunTrace run = await CallAsync(() =>
        {
            Assert.Equal(Canary + "plain", _vault.Find(Canary, "plain"));
            Assert.Equal(Canary + "plain", ((ILookup)_vault).Find(Canary, "plain"));
        });
        Assert.All(run.Calls(), call => Assert.Equal(
            (ScopeKind.Step, "find", $$"""{"secret":"{{Mask}}","plain":"plain"}""", $"\"{Mask}\""),
            call));
        Assert.Equal(2, run.Scopes.Count);
    }

    [Fact]
    public async Task Attributes_of_the_body_count()
    {
        RunTrace run = await CallAsync(() => Assert.Equal("plain" + Canary, _vault.Mistaken("plain", Canary)));
        Assert.Equal([(ScopeKind.Step, "mistaken", $$"""{"plain":"plain","secret":"{{Mask}}"}""", $"\"{Mask}\"")], run.Calls());
    }

    [Fact]
    public async Task A_result_not_captured_is_handed_out_and_not_recorded()
    {
        RunTrace run = await CallAsync(() => Assert.NotNull(_vault.Hush()));
        Assert.Equal([(ScopeKind.Step, "hush", null, null)], run.Calls());
    }

    [Fact]
    public async Task Sensitive_items_of_a_stream_are_masked_one_by_one()
    {
        RunTrace run = await CallAsync(async () =>
        {
            List<ApiKey> keys = [];
            await foreach (ApiKey key in _vault.KeysAsync())
            {
                keys.Add(key);
            }

            Assert.Equal([new ApiKey("k")], keys);
        });
        ScopeTrace stream = run.Scope("keys");
        Assert.Equal(($"[\"{Mask}\"]", 1L, true), (stream.Result, stream.Items!.Value, stream.Completed!.Value));
        Assert.DoesNotContain("\"k\"", run.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_exporter_gets_to_see_what_is_sensitive()
    {
        string directory = Directory.CreateTempSubdirectory("observe-case-canary").FullName;
        StringWriter console = new();
        await using (Recording recording = Recording.Start(options =>
        {
            options.Exporters.Add(new JsonLinesFileExporter(directory));
            options.Exporters.Add(new ConsoleExporter(new ConsoleExporterOptions { Writer = console }));
        }))
        {
            ApiKey key = new(Canary);
            await recording.Observer.RunAsync("test", async _ =>
            {
                await _vault.PayAsync(new Card(Canary, "Ada"), new GoldCard(Canary, "Bob", 3), Canary, Canary, []);
                _vault.Reveal(key, [key], new DerivedSettings(key, [], Canary, new Noise()), new Noise(), [], (key, new Noise(), 7));
                _vault.Examine(new Patient(), new Login(Canary));
                _vault.Find(Canary, "plain");
                _vault.Mistaken("plain", Canary);
            });
            Assert.Equal(5, (await recording.RunAsync()).Scopes.Count);
        }

        string file = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(directory)));
        Directory.Delete(directory, recursive: true);
        Assert.Contains(Mask, file, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, file, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, console.ToString(), StringComparison.Ordinal);
    }

    private static Task<RunTrace> CallAsync(Action calls) => CallAsync(() =>
    {
        calls();
        return Task.CompletedTask;
    });

    /// <summary>What nobody may see is nowhere in the whole run.</summary>
    private static async Task<RunTrace> CallAsync(Func<Task> calls)
    {
        RunTrace run = await Everywhere.CallAsync(calls);
        Assert.DoesNotContain(Canary, run.Text(), StringComparison.Ordinal);
        Assert.All(run.Scopes, scope => Assert.Equal(Outcome.Ok, scope.Outcome));
        return run;
    }
}
