using Observe.CodeFixes.Shape;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class AddCancellationTokenFixTests
{
    [Theory]
    [InlineData("int Work()", "int WorkCore() => 1;", "int Work(CancellationToken cancellationToken = default)", "int WorkCore(CancellationToken cancellationToken) => 1;")]
    [InlineData("Task WorkAsync(int a = 1)", "Task WorkCoreAsync(int a, RunContext run) => Task.CompletedTask;", "Task WorkAsync(int a = 1, CancellationToken cancellationToken = default)", "Task WorkCoreAsync(int a, RunContext run, CancellationToken cancellationToken) => Task.CompletedTask;")]
    public Task Declaration_and_body_get_a_token(string declaration, string body, string newDeclaration, string newBody) =>
        Fix.VerifyAsync<AddCancellationTokenFix>(With("{|OBS1021:Budget(MaxDurationSeconds = 1)|}", declaration, body), With("Budget(MaxDurationSeconds = 1)", newDeclaration, newBody));

    [Fact]
    public Task A_stream_hears_of_the_token_of_its_reader() => Fix.VerifyTextAsync<AddCancellationTokenFix>(
        """
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Observe;

        public partial class Agent
        {
            [Step, {|OBS1021:Budget(MaxDurationSeconds = 1)|}]
            public partial IAsyncEnumerable<int> ReadAsync();

            private async IAsyncEnumerable<int> ReadCoreAsync()
            {
                await Task.Yield();
                yield return 1;
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using System.Threading.Tasks;
        using Observe;

        public partial class Agent
        {
            [Step, Budget(MaxDurationSeconds = 1)]
            public partial IAsyncEnumerable<int> ReadAsync(CancellationToken cancellationToken = default);

            private async IAsyncEnumerable<int> ReadCoreAsync([EnumeratorCancellation] CancellationToken cancellationToken)
            {
                await Task.Yield();
                yield return 1;
            }
        }
        """);

    [Theory]
    [InlineData("virtual partial int Work()", "int WorkCore() => 1;")]
    [InlineData("partial int Work(in CancellationToken stop)", "int WorkCore(in CancellationToken stop) => 1;")]
    [InlineData("partial int Work(CancellationToken? stop)", "int WorkCore(CancellationToken? stop) => 1;")]
    [InlineData("partial int Work(params int[] all)", "int WorkCore(int[] all) => 1;")]
    public Task A_signature_that_others_follow_stays(string declaration, string body) => Fix.VerifyNoneAsync<AddCancellationTokenFix>(
        With("{|OBS1021:Budget(MaxDurationSeconds = 1)|}", declaration, body));

    private static string With(string attribute, string declaration, string body) => $$"""
        public partial class Agent
        {
            [Step, {{attribute}}]
            public {{(declaration.Contains("partial", StringComparison.Ordinal) ? "" : "partial ")}}{{declaration}};

            private {{body}}
        }
        """;
}
