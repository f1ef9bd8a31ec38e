using Cases.CaptureModes;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class CaptureModesTests
{
    private const string Seven = """{"number":7}""";
    private readonly Modes _modes = new();

    [Fact]
    public async Task Each_mode_records_what_it_says_and_no_more()
    {
        RunTrace run = await Everywhere.RunAsync(async () => Assert.Equal(35, await _modes.RunAsync(7)));

        Assert.Equal(("Modes", "default", null, null), (run.Agent, run.Workflow, run.Arguments, run.Result));
        Assert.Equal(
            [
                (ScopeKind.Step, "by_default", Seven, "7"),
                (ScopeKind.Step, "nothing", null, null),
                (ScopeKind.Step, "only_arguments", Seven, null),
                (ScopeKind.Step, "only_result", null, "7"),
                (ScopeKind.Step, "everything", Seven, "7"),
            ],
            run.Calls());
        Assert.All(run.Scopes, scope => Assert.Equal((0, Outcome.Ok, "attribute"), (scope.ParentId, scope.Outcome, scope.Source)));
        Assert.Equal([1, 2, 3, 4, 5], run.Scopes.Select(scope => scope.StepNumber!.Value));
    }

    [Fact]
    public async Task Steps_called_alone_return_their_number_everywhere()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Assert.Equal(1, _modes.ByDefault(1));
            Assert.Equal(2, _modes.Nothing(2));
            Assert.Equal(3, _modes.OnlyArguments(3));
            Assert.Equal(4, _modes.OnlyResult(4));
            Assert.Equal(5, _modes.Everything(5));
        });
        Assert.Equal(
            [("""{"number":1}""", "1"), (null, null), ("""{"number":3}""", null), (null, "4"), ("""{"number":5}""", "5")],
            run.Scopes.Select(scope => (scope.Arguments, scope.Result)));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task The_observer_may_take_less_than_the_mode_allows_and_never_more(bool arguments, bool results)
    {
        await using Recording recording = Recording.Start(options =>
        {
            options.Capture.Arguments = arguments;
            options.Capture.Results = results;
        });
        Assert.Equal(35, await _modes.RunAsync(7));

        RunTrace run = await recording.RunAsync();
        string? taken = arguments ? Seven : null;
        string? result = results ? "7" : null;
        Assert.Equal((null, null), (run.Arguments, run.Result));
        Assert.Equal(
            [(taken, result), (null, null), (taken, null), (null, result), (taken, result)],
            run.Scopes.Select(scope => (scope.Arguments, scope.Result)));
    }
}
