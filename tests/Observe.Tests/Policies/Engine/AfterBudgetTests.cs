using Observe.CompilerServices;
using Observe.Tests.Policies.Budgets;

namespace Observe.Tests.Policies.Engine;

/// <summary>Budgets where a policy refuses what a call has returned.</summary>
public class AfterBudgetTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_that_was_made_counts_although_its_result_is_refused_and_its_use_unknown(bool isAsync)
    {
        await using TestObserver test = new(options => options.Policies
            .Add(new BudgetPolicy(new BudgetRules { Limits = [new BudgetLimit { MaxCalls = 2 }] }))
            .Add(new AnswerPolicy("after", PolicyPoints.AfterLlmCall, _ => PolicyResult.Block("not good enough"))));
        int made = 0;
        await test.Observer.RunAsync("agent", async _ =>
        {
            for (int i = 0; i < 5; i++)
            {
                await Assert.ThrowsAsync<PolicyViolationException>(async () => await CallAsync(isAsync, () => made++));
            }
        });
        Assert.Equal(2, made);
    }

    private static Task<string> CallAsync(bool isAsync, Action made) => isAsync
        ? MakeAsync(made)
        : Task.FromResult(Make(made));

    private static string Make(Action made)
    {
        Assert.True(ObservedCall.TryBeginScope(ModelCall.Chat, out ObservedCall call));
        call.Enter();
        try
        {
            call.AdmitNow(out _);
            made();
            return call.ReturnLlm("text", static (writer, value) => writer.Write(value), read: null);
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

    private static Task<string> MakeAsync(Action made)
    {
        Assert.True(ObservedCall.TryBeginScope(ModelCall.Chat, out ObservedCall call));
        call.Enter();
        Task<string> task;
        try
        {
            if (call.TryAdmit(out Admission? admission))
            {
                made();
                task = Task.FromResult("text");
            }
            else
            {
                task = RefusedAsync(admission);
            }
        }
        catch (Exception exception) when (call.Failed(exception))
        {
            throw;
        }
        finally
        {
            call.Leave();
        }

        return call.CompleteLlm(task, static (writer, value) => writer.Write(value), read: null);
    }

    private static async Task<string> RefusedAsync(Admission admission)
    {
        await admission;
        throw new InvalidOperationException("refused");
    }
}
