using Observe.CompilerServices;

namespace Observe.Tests.Runs;

public class ExceptionStackTests
{
    private static readonly ScopeDescriptor s_step = new(ScopeKind.Step, "step");

    [Fact]
    public async Task Only_the_deepest_scope_carries_the_stack()
    {
        await using TestObserver test = new();
        Assert.Throws<FormatException>(() => test.Observer.Run("agent", _ => InStep(() => InStep(() => InStep(() => throw new FormatException("broken"))))));
        RunTrace run = Assert.Single(await test.RunsAsync());
        Assert.Equal([null, null, true], run.Scopes.Select(scope => scope.Error!.StackTrace is null ? null : (bool?)true));
        Assert.Null(run.Error!.StackTrace);
        Assert.All(run.Scopes, scope => Assert.Equal((Outcome.Error, "broken"), (scope.Outcome, scope.Error!.Message)));
    }

    [Fact]
    public async Task An_exception_that_a_scope_lets_through_and_its_caller_catches_is_an_error_of_the_scope_alone()
    {
        RunTrace run = await TestObserver.TraceAsync(_ =>
        {
            InStep(() =>
            {
                try
                {
                    InStep(() => throw new FormatException());
                }
                catch (FormatException)
                {
                    // the outer step goes on
                }
            });
        });
        Assert.Equal([Outcome.Ok, Outcome.Error], run.Scopes.Select(scope => scope.Outcome));
        Assert.Null(run.Scopes[0].Error);
        Assert.Equal(Outcome.Ok, run.Outcome);
    }

    [Fact]
    public async Task An_exception_that_takes_the_place_of_another_on_its_way_is_the_one_that_is_recorded()
    {
        await using TestObserver test = new();
        Assert.Throws<NotSupportedException>(() => test.Observer.Run("agent", _ => InStep(() =>
        {
            try
            {
                throw new FormatException();
            }
            finally
            {
                InStep(Throw);
            }
        })));
        RunTrace run = Assert.Single(await test.RunsAsync());
        Assert.Equal("System.NotSupportedException", run.Error!.Type);
        Assert.All(run.Scopes, scope => Assert.Equal("System.NotSupportedException", scope.Error!.Type));
    }

    private static void Throw() => throw new NotSupportedException();

    private static void InStep(Action body)
    {
        Assert.True(ObservedCall.TryBeginScope(s_step, out ObservedCall call));
        call.Enter();
        try
        {
            body();
        }
        catch (Exception exception) when (call.Failed(exception))
        {
            throw;
        }
        finally
        {
            call.Exit();
        }
    }
}
