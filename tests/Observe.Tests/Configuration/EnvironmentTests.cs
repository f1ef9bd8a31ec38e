using Observe.CompilerServices;

namespace Observe.Tests.Configuration;

[Collection(ProcessWide.Name)]
public class EnvironmentTests
{
    private static readonly ScopeDescriptor s_step = new(ScopeKind.Step, "step");

    [Theory]
    [InlineData("false")]
    [InlineData(" FALSE ")]
    [InlineData("0")]
    [InlineData("no")]
    [InlineData("off")]
    public async Task Observing_can_be_switched_off(string value)
    {
        using EnvironmentVariable variable = new("OBSERVE", value);
        await using TestObserver test = new();
        Assert.False(test.Observer.IsEnabled);
        Assert.False(ObserverGate.IsOpen);
        RunContext? seen = null;
        test.Observer.Run("agent", run => seen = run);
        Assert.Same(RunContext.Inactive, seen);
        Assert.Throws<FormatException>(() => test.Observer.Run("agent", _ => throw new FormatException()));
        Assert.Equal(1, await test.Observer.RunAsync("agent", _ => Task.FromResult(1)));
        Assert.Equal(0, (await test.Observer.FlushAsync()).Recorded);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("true")]
    [InlineData("anything")]
    public async Task Any_other_word_leaves_it_on(string? value)
    {
        using EnvironmentVariable variable = new("OBSERVE", value);
        await using TestObserver test = new();
        Assert.True(test.Observer.IsEnabled);
        Assert.True(ObserverGate.IsOpen);
    }

    [Theory]
    [InlineData(null, true, true)]
    [InlineData("all", true, true)]
    [InlineData("none", false, false)]
    [InlineData(" Arguments", true, false)]
    [InlineData("result", false, true)]
    public async Task Capture_can_be_narrowed(string? value, bool arguments, bool result)
    {
        using EnvironmentVariable variable = new("OBSERVE_CAPTURE", value);
        await using TestObserver test = new();
        test.Observer.Run("agent", _ => CallStep());
        ScopeTrace scope = Assert.Single(Assert.Single(await test.RunsAsync()).Scopes);
        Assert.Equal(arguments ? """{"a":1}""" : null, scope.Arguments);
        Assert.Equal(result ? "2" : null, scope.Result);
        Assert.Empty(test.Warnings);
    }

    [Fact]
    public async Task The_narrower_of_options_and_environment_wins()
    {
        using EnvironmentVariable variable = new("OBSERVE_CAPTURE", "arguments");
        await using TestObserver test = new(options => options.Capture.Arguments = false);
        test.Observer.Run("agent", _ => CallStep());
        ScopeTrace scope = Assert.Single(Assert.Single(await test.RunsAsync()).Scopes);
        Assert.Null(scope.Arguments);
        Assert.Null(scope.Result);
    }

    [Fact]
    public async Task An_unknown_word_is_reported_and_changes_nothing()
    {
        using EnvironmentVariable variable = new("OBSERVE_CAPTURE", "some");
        await using TestObserver test = new();
        Assert.Equal("OBSERVE_CAPTURE=some is not known; use none, arguments, result or all.", Assert.Single(test.Warnings));
        Assert.True(test.Observer.Options.Capture is { Arguments: true, Results: true });
    }

    private static void CallStep()
    {
        Assert.True(ObservedCall.TryBeginScope(s_step, out ObservedCall call));
        if (call.Arguments is { } arguments)
        {
            arguments.Property("a"u8);
            arguments.Write(1);
        }

        call.Enter();
        call.Return(2, static (writer, value) => writer.Write(value));
        call.Exit();
    }

    private sealed class EnvironmentVariable : IDisposable
    {
        private readonly string _name;
        private readonly string? _before;

        public EnvironmentVariable(string name, string? value)
        {
            _name = name;
            _before = Environment.GetEnvironmentVariable(name);
            Environment.SetEnvironmentVariable(name, value);
        }

        public void Dispose() => Environment.SetEnvironmentVariable(_name, _before);
    }
}
