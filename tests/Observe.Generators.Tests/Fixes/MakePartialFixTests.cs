using Microsoft.CodeAnalysis.CodeFixes;
using Observe.CodeFixes.Shape;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class MakePartialFixTests
{
    [Fact]
    public Task A_method_becomes_declaration_and_body() => Fix.VerifyAsync<MakePartialFix>(
        """
        public partial class Agent
        {
            [Step]
            public int {|OBS1001:Add|}(int left, int right = 2)
            {
                // the sum
                return left + right;
            }
        }
        """,
        """
        public partial class Agent
        {
            [Step]
            public partial int Add(int left, int right = 2);

            private int AddCore(int left, int right)
            {
                // the sum
                return left + right;
            }
        }
        """);

    [Fact]
    public Task Documentation_roles_and_default_values_stay_on_the_declaration() => Fix.VerifyAsync<MakePartialFix>(
        """
        namespace Shop
        {
            public class Outer
            {
                internal sealed record Agent(string Name)
                {
                    /// <summary>Answers.</summary>
                    /// <param name="session">Whose session.</param>
                    /// <param name="token">When to stop.</param>
                    [Observe("support")] // the front door
                    [Obsolete("soon")]
                    public async Task<string> {|OBS1001:AnswerAsync|}(
                        [SessionId]
                        string session, // who
                        [Sensitive] string? secret = null,
                        CancellationToken token = default) // stops
                    {
                        /* wait */ await Task.Delay(1, token); // a little

                        return Name + session;
                    }

                    private int _after = 1;

                    public int After => _after++;
                }
            }
        }
        """,
        """
        namespace Shop
        {
            public partial class Outer
            {
                internal sealed partial record Agent(string Name)
                {
                    /// <summary>Answers.</summary>
                    /// <param name="session">Whose session.</param>
                    /// <param name="token">When to stop.</param>
                    [Observe("support")] // the front door
                    [Obsolete("soon")]
                    public partial Task<string> AnswerAsync(
                        [SessionId]
                        string session, // who
                        [Sensitive] string? secret = null,
                        CancellationToken token = default);

                    private async Task<string> AnswerCoreAsync(
                        string session, // who
                        string? secret,
                        CancellationToken token) // stops
                    {
                        /* wait */ await Task.Delay(1, token); // a little

                        return Name + session;
                    }

                    private int _after = 1;

                    public int After => _after++;
                }
            }
        }
        """);

    [Theory]
    [InlineData("public string {|OBS1001:Name|}() => nameof(Name);", "public partial string Name();", "private string NameCore() => nameof(Name);")]
    [InlineData("static int {|OBS1001:Add|}(int a) => a;", "private static partial int Add(int a);", "private static int AddCore(int a) => a;")]
    [InlineData("int {|OBS1001:Add|}(int a) => a;", "private partial int Add(int a);", "private int AddCore(int a) => a;")]
    [InlineData("async Task {|OBS1001:Wait|}() => await Task.Yield();", "private partial Task Wait();", "private async Task WaitCore() => await Task.Yield();")]
    [InlineData("public static async ValueTask<T> {|OBS1001:WaitAsync|}<T>(T value) where T : class { await Task.Yield(); return value; }", "public static partial ValueTask<T> WaitAsync<T>(T value) where T : class;", "private static async ValueTask<T> WaitCoreAsync<T>(T value) where T : class { await Task.Yield(); return value; }")]
    [InlineData("public int {|OBS1001:Count|}(int n) => n == 0 ? 0 : this.Count(n - 1);", "public partial int Count(int n);", "private int CountCore(int n) => n == 0 ? 0 : this.Count(n - 1);")]
    [InlineData("public IEnumerable<int> {|OBS1001:Some|}() { yield return 1; }", "public partial IEnumerable<int> Some();", "private IEnumerable<int> SomeCore() { yield return 1; }")]
    [InlineData("public virtual int {|OBS1001:Sum|}(params int[] all) => all.Length;", "public virtual partial int Sum(params int[] all);", "private int SumCore(params int[] all) => all.Length;")]
    [InlineData("public override string {|OBS1001:ToString|}() => \"agent\";", "public override partial string ToString();", "private string ToStringCore() => \"agent\";")]
    [InlineData("public bool {|OBS1001:Try|}(in int a, ref int b, out int c) { c = a + b; return true; }", "public partial bool Try(in int a, ref int b, out int c);", "private bool TryCore(in int a, ref int b, out int c) { c = a + b; return true; }")]
    [InlineData("public int {|OBS1001:@class|}(int @int = 1) => @int;", "public partial int @class(int @int = 1);", "private int classCore(int @int) => @int;")]
    [InlineData("public unsafe int {|OBS1001:Read|}(int* at) => *at;", "public unsafe partial int Read(int* at);", "private unsafe int ReadCore(int* at) => *at;")]
    public Task Every_shape_keeps_its_words(string method, string declaration, string body) => Fix.VerifyAsync<MakePartialFix>(
        $$"""
        public partial class Agent
        {
            [Step]
            {{method}}
        }
        """,
        $$"""
        public partial class Agent
        {
            [Step]
            {{declaration}}

            {{body}}
        }
        """);

    [Fact]
    public Task What_says_how_the_body_is_built_goes_with_it_and_what_says_what_it_leaves_behind_is_on_both() => Fix.VerifyTextAsync<MakePartialFix>(
        """
        using System.Collections.Generic;
        using System.Diagnostics.CodeAnalysis;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using System.Threading.Tasks;
        using Observe;

        public partial class Agent
        {
            [Step]
            public async IAsyncEnumerable<int> {|OBS1001:ReadAsync|}([EnumeratorCancellation] CancellationToken token = default)
            {
                await Task.Delay(1, token);
                yield return 1;
            }

            [Step]
            public static bool {|OBS1001:TryFind|}(string? key, [NotNullWhen(true)] out string? value)
            {
                value = key;
                return key is not null;
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Diagnostics.CodeAnalysis;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using System.Threading.Tasks;
        using Observe;

        public partial class Agent
        {
            [Step]
            public partial IAsyncEnumerable<int> ReadAsync(CancellationToken token = default);

            private async IAsyncEnumerable<int> ReadCoreAsync([EnumeratorCancellation] CancellationToken token)
            {
                await Task.Delay(1, token);
                yield return 1;
            }

            [Step]
            public static bool {|OBS1001:TryFind|}(string? key, [NotNullWhen(true)] out string? value)
            {
                value = key;
                return key is not null;
            }
        }
        """);

    [Fact]
    public Task Nullability_of_what_is_passed_out_is_known_inside_too() => Fix.VerifyTextAsync<MakePartialFix>(
        """
        using System.Diagnostics.CodeAnalysis;
        using Observe;

        public partial class Agent
        {
            [Step]
            [return: NotNullIfNotNull(nameof(key))]
            public static string? {|OBS1001:Find|}(string? key, [NotNull] out string? value)
            {
                value = key ?? "";
                return key;
            }
        }
        """,
        """
        using System.Diagnostics.CodeAnalysis;
        using Observe;

        public partial class Agent
        {
            [Step]
            [return: NotNullIfNotNull(nameof(key))]
            public static partial string? Find(string? key, [NotNull] out string? value);

            [return: NotNullIfNotNull(nameof(key))]
            private static string? FindCore(string? key, [NotNull] out string? value)
            {
                value = key ?? "";
                return key;
            }
        }
        """);

    [Fact]
    public Task An_extended_parameter_is_an_ordinary_one_of_the_body() => Fix.VerifyAsync<MakePartialFix>(
        """
        public static class Texts
        {
            [Step]
            public static int {|OBS1001:Words|}(this string text)
                => text.Split(' ').Length;
        }
        """,
        """
        public static partial class Texts
        {
            [Step]
            public static partial int Words(this string text);

            private static int WordsCore(string text)
                => text.Split(' ').Length;
        }
        """);

    [Fact]
    public Task A_body_that_hides_that_of_a_base_class_says_so() => Fix.VerifyAsync<MakePartialFix>(
        """
        public class Base
        {
            protected int AddCore(int left) => left;
        }

        public partial class Agent : Base
        {
            [Step]
            public int {|OBS1001:Add|}(int left) => left;
        }
        """,
        """
        public class Base
        {
            protected int AddCore(int left) => left;
        }

        public partial class Agent : Base
        {
            [Step]
            public partial int Add(int left);

            private new int AddCore(int left) => left;
        }
        """);

    [Fact]
    public Task The_constraints_of_an_override_are_written_down_on_its_body() => Fix.VerifyAsync<MakePartialFix>(
        """
        public abstract class Base
        {
            public abstract T Add<T>(T left)
                where T : struct;
        }

        public partial class Agent : Base
        {
            [Step]
            public override T {|OBS1001:Add|}<T>(T left) => left;
        }
        """,
        """
        public abstract class Base
        {
            public abstract T Add<T>(T left)
                where T : struct;
        }

        public partial class Agent : Base
        {
            [Step]
            public override partial T Add<T>(T left);

            private T AddCore<T>(T left) where T : struct => left;
        }
        """);

    [Fact]
    public Task All_methods_of_a_project_are_parted_at_once() => Fix.VerifyAllAsync<MakePartialFix>(
        [
            """
            public class Agent
            {
                [Step]
                public int {|OBS1001:Add|}(int left) => left;

                [Step]
                public int {|OBS1001:Subtract|}(int left) => left;

                public class Inner
                {
                    [Step]
                    public int {|OBS1001:Add|}(int left) => left;
                }
            }
            """,
            """
            public struct Other
            {
                [ToolCall]
                public readonly int {|OBS1001:Add|}(int left) => left;
            }
            """,
        ],
        [
            """
            public partial class Agent
            {
                [Step]
                public partial int Add(int left);

                private int AddCore(int left) => left;

                [Step]
                public partial int Subtract(int left);

                private int SubtractCore(int left) => left;

                public partial class Inner
                {
                    [Step]
                    public partial int Add(int left);

                    private int AddCore(int left) => left;
                }
            }
            """,
            """
            public partial struct Other
            {
                [ToolCall]
                public readonly partial int Add(int left);

                private readonly int AddCore(int left) => left;
            }
            """,
        ]);

    [Fact]
    public Task All_methods_of_a_document_leave_other_documents_alone() => Fix.VerifyAllAsync<MakePartialFix>(
        ["public partial class A { [Step] public int {|OBS1001:Add|}() => 1; }", "public partial class B { [Step] public int {|OBS1001:Add|}() => 1; }"],
        ["public partial class A { [Step] public partial int Add();\n\nprivate int AddCore() => 1; }", "public partial class B { [Step] public int {|OBS1001:Add|}() => 1; }"],
        scope: FixAllScope.Document);

    [Fact]
    public Task Types_become_partial_from_the_inside_out() => Fix.VerifyAsync<MakePartialFix>(
        """
        public static class {|OBS1002:Outer|}
        {
            // the inner one
            record struct {|OBS1002:Inner|}
            {
                [Step]
                public partial int Add(int left);

                private int AddCore(int left) => left;
            }
        }
        """,
        """
        public static partial class Outer
        {
            // the inner one
            record struct {|OBS1002:Inner|}
            {
                [Step]
                public partial int {|CS0751:{|CS8795:Add|}|}(int left);

                private int AddCore(int left) => left;
            }
        }
        """);

    [Fact]
    public Task All_types_around_a_method_become_partial_at_once() => Fix.VerifyAllAsync<MakePartialFix>(
        [
            """
            public static class {|OBS1002:Outer|}
            {
                internal record {|OBS1002:Inner|}
                {
                    [Step]
                    public partial int Add(int left);

                    private int AddCore(int left) => left;
                }
            }
            """,
        ],
        [
            """
            public static partial class Outer
            {
                internal partial record Inner
                {
                    [Step]
                    public partial int Add(int left);

                    private int AddCore(int left) => left;
                }
            }
            """,
        ]);

    [Theory]
    [InlineData("public int {|OBS1001:Add|}(int a) // the sum\n        => a; // done", "public partial int Add(int a);\n\n    private int AddCore(int a) // the sum\n        => a; // done")]
    [InlineData("public int {|OBS1001:Add|}(int a) {\n        return a;\n    }", "public partial int Add(int a);\n\n    private int AddCore(int a) {\n        return a;\n    }")]
    [InlineData("async public Task {|OBS1001:Add|}() { await Task.Yield(); }", "public partial Task Add();\n\n    private async Task AddCore() { await Task.Yield(); }")]
    [InlineData("#region Adding\n    public int {|OBS1001:Add|}()\n    {\n#if NEVER\n        return 0;\n#else\n        return 1;\n#endif\n    }\n    #endregion", "#region Adding\n    public partial int Add();\n\n    private int AddCore()\n    {\n#if NEVER\n        return 0;\n#else\n        return 1;\n#endif\n    }\n    #endregion")]
    [InlineData("public T {|OBS1001:Add|}<T>(T a)\n        where T : class, // known\n            IComparable<T>\n    {\n        T Local() => a;\n        return Local();\n    }", "public partial T Add<T>(T a)\n        where T : class, // known\n            IComparable<T>;\n\n    private T AddCore<T>(T a)\n        where T : class, // known\n            IComparable<T>\n    {\n        T Local() => a;\n        return Local();\n    }")]
    [InlineData("public int {|OBS1001:Add|}(/* left */ int a, [Tag] [Metadata(\"x\")] int b = 1 /* right */) => a + b;", "public partial int Add(/* left */ int a, [Tag] [Metadata(\"x\")] int b = 1 /* right */);\n\n    private int AddCore(/* left */ int a, int b /* right */) => a + b;")]
    public Task Comments_directives_and_layout_survive(string before, string after) => Fix.VerifyAsync<MakePartialFix>(
        $"public partial class Agent\n{{\n    [Step]\n    {before}\n}}", $"public partial class Agent\n{{\n    [Step]\n    {after}\n}}");

    [Fact]
    public Task Tabs_stay_tabs() => Fix.VerifyAsync<MakePartialFix>(
        "public class Agent\n{\n\t[Step]\n\tpublic int {|OBS1001:Add|}() => 1;\n}", "public partial class Agent\n{\n\t[Step]\n\tpublic partial int Add();\n\n\tprivate int AddCore() => 1;\n}");

    [Fact]
    public Task A_default_of_an_interface_stays_public() => Fix.VerifyAsync<MakePartialFix>(
        """
        public interface ITool
        {
            [Step]
            int {|OBS1001:Add|}(int left) => left;
        }
        """,
        """
        public partial interface ITool
        {
            [Step]
            public partial int Add(int left);

            private int AddCore(int left) => left;
        }
        """);

    [Fact]
    public Task Conditions_around_parameters_are_left_to_the_user() => Fix.VerifyNoneAsync<MakePartialFix>(
        "public partial class Agent\n{\n    [Step]\n    public int {|OBS1001:Add|}(\n#if NEVER\n        int a,\n#endif\n        int b) => b;\n}");

    [Theory]
    [InlineData("[Step] public async void {|OBS1001:Add|}() => await Task.Yield();")]
    [InlineData("[Step] public ref int {|OBS1001:Add|}(ref int left) => ref left;")]
    [InlineData("[Step] public int {|OBS1001:Add|}(int left) => left; private int AddCore(int left) => left;")]
    [InlineData("[Step] public int {|OBS1001:Add|}(int left) => left; public int AddCore => 1;")]
    [InlineData("[Step] public int {|OBS1001:Add|}(string left) => AddCore(left); private int AddCore(object left) => 1;")]
    public Task Nothing_is_offered_where_another_error_would_follow(string members) =>
        Fix.VerifyNoneAsync<MakePartialFix>($"public partial class Agent {{ {members} }}");

    [Theory]
    [InlineData("file class Agent { [Step] public int {|OBS1001:Add|}(int left) => left; }")]
    [InlineData("class AddCore { [Step] public int {|OBS1001:Add|}(int left) => left; }")]
    [InlineData("class Desk { protected virtual int AddCore(int left) => 1; } class Agent : Desk { [Step] public int {|OBS1001:Add|}(int left) => AddCore(left); }")]
    [InlineData("class Desk { static int AddCore() => 1; class Agent { [Step] public int {|OBS1001:Add|}() => AddCore(); } }")]
    [InlineData("class Agent {\n#if NEVER\n    public\n#else\n    [Step] internal\n#endif\n    int {|OBS1001:Add|}(int left) => left;\n}")]
    public Task Nothing_is_offered_where_the_body_has_no_place_of_its_own(string source) => Fix.VerifyNoneAsync<MakePartialFix>(source);
}
