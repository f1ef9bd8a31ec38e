using Observe.CodeFixes.Shape;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class CorrectBodySignatureFixTests
{
    [Theory]
    [InlineData("[Step] public partial int Add(int a);", "private int {|OBS1004:AddCore|}() => 1;", "private int AddCore(int a) => 1;")]
    [InlineData("[Step] public partial int Add(int a, string? b);", "private int {|OBS1004:AddCore|}(int a) => a;", "private int AddCore(int a, string? b) => a;")]
    [InlineData("[Step] public partial int Add(int a);", "private int {|OBS1004:AddCore|}(int a, /* gone */ int b) => a;", "private int AddCore(int a) => a;")]
    [InlineData("[Step] public partial int Add(int a, int b);", "private int {|OBS1004:AddCore|}(int b, int a) => a - b;", "private int AddCore(int a, int b) => a - b;")]
    [InlineData("[Step] public partial long Add(long a);", "private int {|OBS1004:AddCore|}(int a) => 1;", "private long AddCore(long a) => 1;")]
    [InlineData("[Step] public partial void Add(ref int a, out int b);", "private void {|OBS1004:AddCore|}(int a, out int b) => b = a;", "private void AddCore(ref int a, out int b) => b = a;")]
    [InlineData("[Step] public static partial int Add();", "private int {|OBS1004:AddCore|}() => 1;", "private static int AddCore() => 1;")]
    [InlineData("[Step] public static partial Task Add();", "private async Task {|OBS1004:AddCore|}() => await Task.Yield();", "private static async Task AddCore() => await Task.Yield();")]
    [InlineData("[Observe] public partial int Add(int a, CancellationToken ct = default);", "private int {|OBS1004:AddCore|}(RunContext run) => 1;", "private int AddCore(RunContext run, int a, CancellationToken ct) => 1;")]
    [InlineData("[Observe] public partial int Add(int a, long b);", "private int {|OBS1004:AddCore|}(int a, RunContext? run, int b) => 1;", "private int AddCore(int a, RunContext? run, long b) => 1;")]
    [InlineData("[Step] public partial T Add<T>(T a) where T : class;", "private string {|OBS1004:AddCore|}(string a) => throw new InvalidOperationException(a.ToString());", "private T AddCore<T>(T a) where T : class => throw new InvalidOperationException(a.ToString());")]
    [InlineData("[Step] public partial T Add<T>(T a);", "private T {|OBS1004:AddCore|}<T>(T a) where T : class => a;", "private T AddCore<T>(T a) => a;")]
    [InlineData("[Step] public partial TOne Add<TOne>(TOne a, int b);", "private TTwo {|OBS1004:AddCore|}<TTwo>(TTwo a) => a;", "private TTwo AddCore<TTwo>(TTwo a, int b) => a;")]
    [InlineData("[Decision] public partial bool Choose(int a);", "private Decision<bool> {|OBS1004:ChooseCore|}() => new(true);", "private Decision<bool> ChooseCore(int a) => new(true);")]
    [InlineData("[Decision] public partial Task<bool> Choose(int a);", "private async Task<Decision<bool>> {|OBS1004:ChooseCore|}() { await Task.Yield(); return new(true); }", "private async Task<Decision<bool>> ChooseCore(int a) { await Task.Yield(); return new(true); }")]
    [InlineData("[Decision] public partial bool? Choose();", "private Decision<bool> {|OBS1004:ChooseCore|}() => new(true);", "private Decision<bool?> ChooseCore() => new(true);")]
    public Task A_body_gets_what_its_declaration_has(string declaration, string before, string after) => Fix.VerifyAsync<CorrectBodySignatureFix>(
        In(declaration, before), In(declaration, after));

    [Theory]
    [InlineData("Task<int>", "int", " => value.Length;", " => Task.FromResult(value.Length);")]
    [InlineData("Task<object>", "string", " => value;", " => Task.FromResult<object>(value);")]
    [InlineData("ValueTask<int>", "int", " => value.Length;", " => new(value.Length);")]
    [InlineData("Task", "void", " => Console.WriteLine(value);", "\n    {\n        Console.WriteLine(value);\n        return Task.CompletedTask;\n    }")]
    [InlineData("ValueTask", "void", "\n    {\n        Console.WriteLine(value); // out\n    }", "\n    {\n        Console.WriteLine(value); // out\n        return default;\n    }")]
    [InlineData("Task", "void", "\n    {\n        if (value.Length == 0) { return; }\n        Func<int> one = () => { return 1; };\n        Console.WriteLine(one);\n    }", "\n    {\n        if (value.Length == 0) { return Task.CompletedTask; }\n        Func<int> one = () => { return 1; };\n        Console.WriteLine(one);\n        return Task.CompletedTask;\n    }")]
    public Task What_is_done_at_once_becomes_a_completed_task(string declared, string actual, string before, string after) => Fix.VerifyAsync<CorrectBodySignatureFix>(
        In($"[Step] public partial {declared} CountAsync(string value);", $"private {actual} {{|OBS1004:CountCoreAsync|}}(string value){before}"),
        In($"[Step] public partial {declared} CountAsync(string value);", $"private {declared} CountCoreAsync(string value){after}"));

    [Fact]
    public Task Of_overloads_the_one_that_was_meant_is_followed() => Fix.VerifyAsync<CorrectBodySignatureFix>(
        """
        public partial class Agent
        {
            [Step]
            public partial int Add(int left);

            private int AddCore(int left) => left;

            [Step]
            public partial int Add(string left, int right);

            private int {|OBS1004:AddCore|}(
                string left, // the first
                string right) => left.Length;
        }
        """,
        """
        public partial class Agent
        {
            [Step]
            public partial int Add(int left);

            private int AddCore(int left) => left;

            [Step]
            public partial int Add(string left, int right);

            private int AddCore(
                string left, // the first
                int right) => left.Length;
        }
        """);

    [Fact]
    public Task A_body_in_another_file_is_corrected_there() => Fix.VerifyFilesAsync<CorrectBodySignatureFix>(
        ["public partial class Agent { [Observe.Step] public partial System.Uri Add(System.Text.StringBuilder a); }", "using System;\n\npublic partial class Agent\n{\n    private Uri {|OBS1004:AddCore|}(int a) => new(\"a:b\");\n}\n"],
        ["public partial class Agent { [Observe.Step] public partial System.Uri Add(System.Text.StringBuilder a); }", "using System;\n\npublic partial class Agent\n{\n    private Uri AddCore(System.Text.StringBuilder a) => new(\"a:b\");\n}\n"]);

    [Fact]
    public Task A_result_that_has_to_be_awaited_cannot_be_returned_at_once() => Fix.VerifyNoneAsync<CorrectBodySignatureFix>(
        In("[Step] public partial int Count();", "private async Task<int> {|OBS1004:CountCore|}() { await Task.Yield(); return 1; }"));

    [Fact]
    public Task A_body_that_only_throws_returns_nothing() => Fix.VerifyAsync<CorrectBodySignatureFix>(
        In("[Step] public partial Task WaitAsync();", "private void {|OBS1004:WaitCoreAsync|}() => throw new InvalidOperationException(); // never"),
        In("[Step] public partial Task WaitAsync();", "private Task WaitCoreAsync() => throw new InvalidOperationException(); // never"));

    [Fact]
    public Task The_end_that_is_never_reached_returns_nothing() => Fix.VerifyAsync<CorrectBodySignatureFix>(
        In("[Step] public partial Task WaitAsync();", "private void {|OBS1004:WaitCoreAsync|}() { while (true) { Thread.Sleep(1); } }"),
        In("[Step] public partial Task WaitAsync();", "private Task WaitCoreAsync() { while (true) { Thread.Sleep(1); } }"));

    [Fact]
    public Task A_wrapped_result_is_completed_as_it_is_wrapped() => Fix.VerifyAsync<CorrectBodySignatureFix>(
        In("[Decision(Options = [\"a\"])] public partial Task<string> PickAsync();", "private Decision<string> {|OBS1004:PickCoreAsync|}() => new(\"a\");"),
        In("[Decision(Options = [\"a\"])] public partial Task<string> PickAsync();", "private Task<Decision<string>> PickCoreAsync() => Task.FromResult<Decision<string>>(new(\"a\"));"));

    [Fact]
    public Task Tasks_are_imported_where_the_body_stands() => Fix.VerifyFilesAsync<CorrectBodySignatureFix>(
        ["public partial class Agent { [Observe.Step] public partial System.Threading.Tasks.Task<int> AddAsync(); }", "using System;\n\npublic partial class Agent\n{\n    private int {|OBS1004:AddCoreAsync|}() => Math.Abs(1);\n}\n"],
        ["public partial class Agent { [Observe.Step] public partial System.Threading.Tasks.Task<int> AddAsync(); }", "using System;\nusing System.Threading.Tasks;\n\npublic partial class Agent\n{\n    private System.Threading.Tasks.Task<int> AddCoreAsync() => Task.FromResult(Math.Abs(1));\n}\n"]);

    private static string In(string declaration, string body) => $$"""
        public partial class Agent
        {
            {{declaration}}

            {{body}}
        }
        """;
}
