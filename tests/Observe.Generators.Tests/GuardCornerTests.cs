using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests;

/// <summary>Retried and guarded methods in places and with names that are legal and seldom.</summary>
public sealed class GuardCornerTests
{
    [Fact]
    public void Names_that_generated_code_would_have_taken() => Rule.Verify("""
        public partial class Agent
        {
            [Step, Retry(FallbackTo = nameof(Other))]
            public partial Task<int> CallAsync(
                string call, string admission, string retry, int result, Exception exception, int task, string RetriedCallAsync,
                System.Threading.CancellationToken run);

            private Task<int> CallCoreAsync(
                string call, string admission, string retry, int result, Exception exception, int task, string RetriedCallAsync,
                System.Threading.CancellationToken run, RunContext context) => Task.FromResult(1);

            private Task<int> Other(
                string call, string admission, string retry, int result, Exception exception, int task, string RetriedCallAsync,
                System.Threading.CancellationToken run) => Task.FromResult(1);

            private void AdmittedCallAsync()
            {
            }

            public void Use() => AdmittedCallAsync();

            [Step]
            public partial IAsyncEnumerable<int> StreamAsync(int item, int enumeration, Action AdmittedStreamAsync);

            private IAsyncEnumerable<int> StreamCoreAsync(int item, int enumeration, Action AdmittedStreamAsync) => throw null!;
        }
        """);

    [Fact]
    public void Overloads_that_differ_by_what_is_handed_on() => Rule.Verify("""
        public partial class Agent
        {
            [Step, Retry]
            public partial Task CallAsync(RunContext run, int number);

            private Task CallCoreAsync(RunContext run, int number) => Task.CompletedTask;

            [Step, Retry]
            public partial Task CallAsync(int number);

            private Task CallCoreAsync(int number, RunContext run) => Task.CompletedTask;
        }
        """);

    [Fact]
    public void Interfaces_records_and_generic_types() => Rule.Verify("""
        public partial interface ITool<T>
        {
            [ToolCall, Retry, MaxSteps(1)]
            public static partial Task<T?> CallAsync<TOther>(T value, TOther other);

            private static Task<T?> CallCoreAsync<TOther>(T value, TOther other) => Task.FromResult<T?>(value);
        }

        public sealed partial record Tool<T>(T Value)
            where T : struct, Enum
        {
            [Decision(Options = []), Retry(FallbackTo = nameof(Nothing)), RateLimit(MaxPerDay = 1)]
            public partial Task<T?> ChooseAsync(string text);

            private Task<Decision<T?>> ChooseCoreAsync(string text) => Task.FromResult(new Decision<T?>(Value));

            private Task<T?> Nothing(string text) => Task.FromResult<T?>(null);

            private partial class Inner
            {
                [Observe, Policy("a")]
                internal async partial IAsyncEnumerable<T> ReadAsync(T value);

                private IAsyncEnumerable<T> ReadCoreAsync(T value) => throw null!;
            }
        }
        """.Replace("internal async partial", "internal partial", StringComparison.Ordinal));

    [Fact]
    public void Nullable_tuples_and_dynamic_results_are_skipped_as_nothing() => Rule.Verify("""
        #nullable disable
        public partial class Oblivious
        {
            [Step]
            public partial Task<string> FindAsync(string key);

            private Task<string> FindCoreAsync(string key) => Task.FromResult(key);
        }
        #nullable enable

        public partial class Agent
        {
            [Step]
            public partial Task<(string Name, int? Age)?> FindAsync(string? key);

            private Task<(string Name, int? Age)?> FindCoreAsync(string? key) => Task.FromResult<(string Name, int? Age)?>(null);

            [Step]
            public partial Task<dynamic> AnythingAsync(dynamic key);

            private Task<dynamic> AnythingCoreAsync(dynamic key) => Task.FromResult<dynamic>(key);

            [Step]
            public partial Task<T?> MaybeAsync<T>(T key);

            private Task<T?> MaybeCoreAsync<T>(T key) => Task.FromResult<T?>(key);

            [Decision(Options = [])]
            public partial ValueTask<T?> ChooseAsync<T>(in T key)
                where T : class;

            private ValueTask<Decision<T?>> ChooseCoreAsync<T>(in T key)
                where T : class => new(new Decision<T?>(key));

            [Decision(Options = [])]
            public partial Task<List<int>> ListAsync(in int key);

            private Task<Decision<List<int>>> ListCoreAsync(in int key) => Task.FromResult(new Decision<List<int>>([key]));
        }
        """);

    [Fact]
    public void Requirements_of_the_declaration_are_those_of_every_private_method() => Rule.Verify("""
        public partial class Agent
        {
            [Step, Retry]
            [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode("uses reflection")]
            public partial Task<int> CallAsync();

            private Task<int> CallCoreAsync() => Task.FromResult(1);
        }
        """);
}
