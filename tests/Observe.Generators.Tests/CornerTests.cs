using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests;

/// <summary>Code that is legal and seldom; nothing of it may lead to an error or a warning.</summary>
public sealed class CornerTests
{
    [Fact]
    public void A_program_whose_top_level_statements_have_a_local_named_like_a_discard()
    {
        CSharpCompilation compilation = TestCompilation.Of(("Program.cs", """
            int _ = new Agent().Add(1);

            public partial class Agent
            {
                [Observe.Reasoning]
                public partial int Add(int left);

                private int AddCore(int left) => left;
            }
            """));

        Assert.Empty(GeneratorRun.Of(compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication))).Diagnostics);
    }

    [Fact]
    public void A_type_in_the_global_namespace() => Rule.Verify("""
        partial class Program
        {
            [Observe]
            private static partial Task<int> Main(string[] args);

            static Task<int> MainCore(string[] args) => Task.FromResult(args.Length);
        }
        """);

    [Fact]
    public void A_partial_method_without_accessibility() => Rule.Verify("""
        partial class Agent
        {
            [Step]
            partial void Note(string text);

            void NoteCore(string text)
            {
            }

            public void Run() => Note("");
        }
        """);

    [Fact]
    public void An_attribute_under_another_name() => Rule.Verify("""
        namespace Shop
        {
            using Traced = Observe.StepAttribute;

            partial class Agent
            {
                [method: Traced]
                public partial int Add(int left);

                private int AddCore(int left) => left;
            }
        }
        """);

    [Fact]
    public void A_type_nested_in_a_type_that_it_derives_from() => Rule.Verify("""
        public sealed record Order(int Id);

        public partial class Outer
        {
            [Step]
            public partial Order Find(Order order);

            private Order FindCore(Order order) => order;

            public partial class Inner : Outer
            {
                [Step]
                public partial Order Search(Order order);

                private Order SearchCore(Order order) => Find(order);
            }
        }
        """);

    [Fact]
    public void A_partial_interface_with_variance() => Rule.Verify("""
        public partial interface ISource<out T, in TKey>
            where T : class
        {
            [Step]
            public partial T Get(TKey key);

            private T GetCore(TKey key) => throw new NotSupportedException();

            [Step]
            public static partial int Count();

            private static int CountCore() => 0;
        }
        """);

    [Fact]
    public void A_stream_of_a_data_type_made_of_type_parameters() => Rule.Verify("""
        public sealed record Page<T>(List<T> Items, Page<T>? Next);

        public partial class Agent<TOwner>
            where TOwner : notnull
        {
            public sealed record Mine<T>(TOwner Owner, T Value);

            [Step]
            public partial IAsyncEnumerable<Page<T>> PagesAsync<T>(Page<Page<T>> seed, (T, TOwner) pair, Dictionary<TOwner, Mine<T>> mine)
                where T : class, IComparable<T>;

            private IAsyncEnumerable<Page<T>> PagesCoreAsync<T>(Page<Page<T>> seed, (T, TOwner) pair, Dictionary<TOwner, Mine<T>> mine)
                where T : class, IComparable<T> => throw new NotSupportedException();
        }
        """);

    [Fact]
    public void Methods_of_one_type_in_several_declarations() => Rule.Verify("""
        public partial class Agent
        {
            [Step]
            public partial int Add(int left);
        }

        public partial class Agent
        {
            private int AddCore(int left) => Subtract(left);

            [ToolCall]
            private partial int Subtract(int left);
        }

        public partial class Agent
        {
            private int SubtractCore(int left) => -left;
        }
        """);

    [Fact]
    public void Records_with_positional_properties_and_required_members() => Rule.Verify("""
        public abstract record Shape(string Name)
        {
            public required int Sides { get; init; }
        }

        public sealed record Square(string Name, double Width) : Shape(Name);

        public partial class Agent
        {
            [Step]
            public partial Shape Draw(Square square, Shape shape);

            private Shape DrawCore(Square square, Shape shape) => square;
        }
        """);

    [Fact]
    public void A_private_type_of_the_type_itself() => Rule.Verify("""
        public partial class Agent
        {
            private enum Mood { Calm, Busy }

            private sealed class State
            {
                public Mood Mood { get; set; }

                public List<Dictionary<Mood, State?[]>> History { get; } = [];
            }

            [Decision]
            private partial Mood Feel(State state);

            private Mood FeelCore(State state) => state.Mood;

            public int Run() => (int)Feel(new State());
        }
        """);

    [Fact]
    public void A_protected_type_of_a_base_class() => Rule.Verify("""
        public class Base
        {
            protected sealed record Secret(int Number);
        }

        public partial class Agent : Base
        {
            [Step]
            protected partial Secret Keep(Secret secret);

            private Secret KeepCore(Secret secret) => secret;
        }
        """);

    [Fact]
    public void Types_whose_names_differ_only_by_case() => Rule.Verify("""
        public partial class Twin
        {
            [Step]
            public partial int Tell();

            private int TellCore() => 1;
        }

        public partial class TWIN
        {
            [Step]
            public partial int Tell();

            private int TellCore() => 2;
        }
        """);

    [Fact]
    public void An_empty_enum_and_an_enum_with_keywords() => Rule.Verify("""
        public enum Nothing;

        public enum Words : ulong { @class = 1, value, writer }

        public partial class Agent
        {
            [Decision]
            public partial Words Choose(Nothing nothing);

            private Words ChooseCore(Nothing nothing) => Words.@class;
        }
        """);

    [Fact]
    public void A_type_named_like_one_of_its_own_members_in_generated_code() => Rule.Verify("""
        public sealed record ObserveCapture(int Number);

        public sealed record ScopeDescriptor(int Number);

        public sealed record CaptureWriter(int Number);

        public partial class Agent
        {
            [Step]
            public partial ObserveCapture Run(ScopeDescriptor equals, CaptureWriter text);

            private ObserveCapture RunCore(ScopeDescriptor equals, CaptureWriter text) => new(equals.Number);

            [Step("d")]
            public partial void ObserveDescriptors();

            private void ObserveDescriptorsCore()
            {
            }
        }
        """);

    [Fact]
    public void Names_that_need_escaping_in_text() => Rule.Verify(""""
        public sealed class Odd
        {
            [System.Text.Json.Serialization.JsonPropertyName("a \"quoted\" \\ name\n")]
            public string Text { get; init; } = "";
        }

        public partial class Agent
        {
            [Observe("an \"agent\"\n\\", Workflow = """raw "text" {0}""")]
            public partial void Run(Odd odd);

            private void RunCore(Odd odd)
            {
            }
        }
        """");

    [Fact]
    public void A_method_with_every_argument_of_its_attribute() => Rule.Verify("""
        public partial class Agent
        {
            private const string Kind = "vector_" + "db";

            [ToolCall(name: "t", ToolType = Kind, Leaf = true, Capture = CaptureMode.Result)]
            public partial int Call(int left);

            private int CallCore(int left) => left;

            [Decision(Options = new string[] { "a", "b" })]
            public partial string Choose();

            private string ChooseCore() => "a";
        }
        """);

    [Fact]
    public void A_type_that_does_not_exist_is_reported_by_the_compiler_and_crashes_nothing()
    {
        GeneratorRun run = GeneratorRun.Of("""
            public partial class Agent
            {
                [Observe.Step]
                public partial Missing Find(Absent<int> absent, Unknown.Thing thing);

                private Missing FindCore(Absent<int> absent, Unknown.Thing thing) => throw null!;
            }
            """);

        Assert.All(run.Diagnostics, static diagnostic => Assert.StartsWith("CS", diagnostic.Id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("public partial")]
    [InlineData("[Observe.Step] public partial int ();")]
    [InlineData("[Observe.Step] public partial int Add(int, ref) where : { }")]
    [InlineData("[Observe.Step(1)] public partial int Add(int a);")]
    [InlineData("[Observe.Step(Name = )] [Observe.Decision(Options = null)] public partial T Add<T, T>(T a, T a);")]
    [InlineData("[Observe.Observe] partial")]
    [InlineData("[Observe.Step] partial Agent();")]
    [InlineData("[Observe.Step] public partial int this[int i] { get; }")]
    [InlineData("[Observe.Step] public static partial int operator +(Agent a, Agent b);")]
    [InlineData("[Observe.Step] public partial int Add(int a); private int AddCore")]
    [InlineData("[Observe.Step] public partial int Add(__arglist); private int AddCore(__arglist) => 1;")]
    public void Code_that_is_being_typed_crashes_nothing(string member) =>
        GeneratorRun.Of($$"""
            public partial class Agent
            {
                {{member}}
            }
            """);

    [Fact]
    public void A_newer_language_is_fine() => Rule.Verify(
        """
        public partial class Agent
        {
            [Step]
            public partial int Add(int field);

            private int AddCore(int field) => field;
        }
        """,
        new CSharpParseOptions(LanguageVersion.Preview));
}
