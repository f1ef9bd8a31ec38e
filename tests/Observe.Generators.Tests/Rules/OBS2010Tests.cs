using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2010Tests
{
    [Theory]
    [InlineData("{|OBS2010:catch|} { return \"sorry\"; }")]
    [InlineData("{|OBS2010:catch|} (Exception) { Console.WriteLine(\"failed\"); return null; }")]
    [InlineData("{|OBS2010:catch|} (System.Exception) { return \"sorry\"; }")]
    [InlineData("{|OBS2010:catch|} (Exception e) when (e is not OperationCanceledException) { return \"sorry\"; }")]
    [InlineData("catch (TimeoutException) { return \"late\"; } {|OBS2010:catch|} (Exception) { return \"sorry\"; }")]
    public async Task A_catch_that_ignores_every_exception_is_a_warning(string clause)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(Around("return await HandleAsync(text);", clause));

        Assert.Equal(
            ["When a policy blocks 'HandleAsync', nobody learns of it: this catch ignores every exception; catch PolicyViolationException before it"],
            messages);
    }

    [Theory]
    [InlineData("return await HandleAsync(text).ConfigureAwait(false);")]
    [InlineData("using (new CancellationTokenSource()) { if (text.Length > 0) { return (await HandleAsync(text))?.Trim(); } return text; }")]
    [InlineData("await RunContext.RunAsync(\"desk\", async run => await Task.Yield()); return text;")]
    [InlineData("using ActiveRun run = RunContext.Begin(\"desk\"); return text;")]
    [InlineData("RunContext.Run(\"desk\", run => { }); return text;")]
    public Task Every_recorded_call_in_the_block_counts(string body) => Use.VerifyAsync($$"""
        public partial class Desk
        {
            [Step]
            public partial Task<string?> HandleAsync(string text);

            private Task<string?> HandleCoreAsync(string text) => Task.FromResult<string?>(text);

            public async Task<string?> WorkAsync(string text)
            {
                await Task.Yield();
                return await Go();

                async Task<string?> Go()
                {
                    await Task.Yield();
                    try { {{body.Replace("using ActiveRun", "await using ActiveRun", StringComparison.Ordinal)}} }
                    {|OBS2010:catch|} { return null; }
                }
            }
        }
        """);

    [Theory]
    [InlineData("catch (Exception e) { Console.WriteLine(e); return \"sorry\"; }")]
    [InlineData("catch (Exception e) { return e.Message; }")]
    [InlineData("catch (Exception) { throw; }")]
    [InlineData("catch { if (text.Length > 3) { throw; } return null; }")]
    [InlineData("catch (Exception) { throw new InvalidOperationException(text); }")]
    [InlineData("catch (PolicyViolationException) { return \"not allowed\"; } catch (Exception) { return \"sorry\"; }")]
    [InlineData("catch (ObserveException) { throw; } catch { return \"sorry\"; }")]
    [InlineData("catch (Exception e) when (e is PolicyViolationException) { return \"no\"; } catch (Exception) { return \"sorry\"; }")]
    [InlineData("catch (Exception e) when (e is not PolicyViolationException) { return \"sorry\"; }")]
    [InlineData("catch (Exception e) when (e is TimeoutException or OperationCanceledException) { return \"sorry\"; }")]
    [InlineData("catch (Exception) when (text.Length > 3) { return \"sorry\"; }")]
    [InlineData("catch (InvalidOperationException) { return \"sorry\"; }")]
    [InlineData("finally { Console.WriteLine(\"done\"); }")]
    public Task A_catch_that_looks_lets_through_or_chooses_is_fine(string clause) =>
        Use.VerifyAsync(Around("return await HandleAsync(text);", clause));

    [Theory]
    [InlineData("return await Task.FromResult(text);")]
    [InlineData("Func<Task<string?>> later = () => HandleAsync(text); Console.WriteLine(later); return text;")]
    [InlineData("try { return await HandleAsync(text); } catch (PolicyViolationException e) { return e.Message; }")]
    [InlineData("try { return await HandleAsync(text); } catch (Exception e) { return e.Message; }")]
    public Task A_block_from_which_no_violation_comes_is_fine(string body) =>
        Use.VerifyAsync(Around("await Task.Yield(); " + body, "catch { return null; }"));

    private static string Around(string body, string clause) => $$"""
        public partial class Desk
        {
            [Observe]
            public partial Task<string?> HandleAsync(string text);

            private Task<string?> HandleCoreAsync(string text) => Task.FromResult<string?>(text);

            public async Task<string?> WorkAsync(string text)
            {
                try
                {
                    {{body}}
                }
                {{clause}}
            }
        }
        """;
}
