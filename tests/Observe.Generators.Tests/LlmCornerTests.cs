using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests;

/// <summary>Results and messages of unusual types: none leads to an error or a warning in generated code.</summary>
public sealed class LlmCornerTests
{
    [Theory]
    [InlineData("public interface IA { Usage Usage { get; } string Text { get; } } public interface IB { Usage Usage { get; } } public interface IReply : IA, IB;", "IReply")]
    [InlineData("public class Base { public string Text => \"\"; } public class Reply : Base { public new void Text() { } public int InputTokens => 1; }", "Reply")]
    [InlineData("public class Base { public string Model => \"\"; } public class Reply : Base { public new int Model => 1; public string Text => \"\"; }", "Reply")]
    [InlineData("public class Reply { public static string Model => \"\"; public Usage? Usage { set { } } internal string Text => \"\"; }", "Reply")]
    [InlineData("public class Reply { public string this[int index] => \"\"; public ref readonly int InputTokens => throw null!; public ReadOnlySpan<char> Text => default; }", "Reply")]
    [InlineData("public record struct Reply(Usage? Usage, string? Text);", "Reply?")]
    [InlineData("public struct Counted { public ulong InputTokens; public int OutputTokens { get; set; } } public record struct Reply(Counted? Usage, dynamic Model);", "Reply")]
    [InlineData("", "(string Text, int inputTokens, long? OutputTokens)")]
    [InlineData("", "(string, int)")]
    [InlineData("", "dynamic")]
    [InlineData("", "object?")]
    [InlineData("", "int[]")]
    [InlineData("", "Usage")]
    [InlineData("public class Reply<T> where T : class { public T? Value { get; } public Usage Usage => throw null!; }", "Reply<string>")]
    [InlineData("public class Reply { [Obsolete(\"no\", true)] public string Text => \"\"; [Obsolete] public string Model => \"\"; }", "Reply")]
    [InlineData("public class Reply { [Sensitive] public string Text => \"\"; [NotCaptured] public Usage Usage => throw null!; public string @class => \"\"; }", "Reply")]
    [InlineData("[Sensitive] public class Reply { public string Text => \"\"; public Usage Usage => throw null!; }", "Reply")]
    [InlineData("public class Reply { public string[]? Content => null; public IEnumerable<Reply>? Contents => null; }", "Reply")]
    public void A_result_of_any_type(string types, string result) => Rule.Verify($$"""
        {{types}}

        public class Usage
        {
            public int InputTokens => 1;
        }

        public partial class Agent<TOwner>
        {
            [LlmCall]
            public partial Task<{{result}}> AskAsync(TOwner owner);

            private Task<{{result}}> AskCoreAsync(TOwner owner) => throw null!;

            [LlmCall]
            public partial IEnumerable<{{result}}> Ask<T>(T value);

            private IEnumerable<{{result}}> AskCore<T>(T value) => throw null!;

            [LlmCall]
            public partial {{result}} Now();

            private LlmResult<{{result}}> NowCore() => throw null!;
        }
        """);

    [Theory]
    [InlineData("public sealed class Lazy : IEnumerable<Turn> { public IEnumerator<Turn> GetEnumerator() => null!; IEnumerator IEnumerable.GetEnumerator() => null!; }", "Lazy")]
    [InlineData("public class Open : IEnumerable<Turn> { public IEnumerator<Turn> GetEnumerator() => null!; IEnumerator IEnumerable.GetEnumerator() => null!; }", "Open?")]
    [InlineData("", "System.Collections.Immutable.ImmutableArray<Turn>")]
    [InlineData("", "HashSet<Turn?>?")]
    [InlineData("", "ICollection<Turn>")]
    [InlineData("", "IDictionary<string, Turn>")]
    [InlineData("", "ReadOnlySpan<Turn>")]
    [InlineData("", "Turn[,]")]
    [InlineData("", "Turn?[]?")]
    [InlineData("", "(string Role, string Text)[]")]
    [InlineData("public record struct Line(DayOfWeek? Role, Turn Content);", "List<Line>")]
    [InlineData("public record Line(string Role, [property: Sensitive] string Text);", "List<Line>")]
    [InlineData("public class Line { public static implicit operator string(Line line) => \"\"; public Line? Role => null; public int Text => 1; }", "List<Line>")]
    public void Messages_of_any_type(string types, string parameter) => Rule.Verify($$"""
        {{types}}

        public sealed record Turn(string Role, string Text);

        public partial class Agent
        {
            [LlmCall]
            public partial string Ask({{parameter}} message, string report, string conversation);

            private string AskCore({{parameter}} message, string report, string conversation) => "";
        }
        """);

    [Fact]
    public void A_sensitive_text_of_a_message_is_not_read()
    {
        GeneratorRun run = GeneratorRun.Of("""
            public sealed record Turn(string Role, [property: Observe.Sensitive] string Text);

            public partial class Agent
            {
                [Observe.LlmCall]
                public partial string Ask(Turn[] turns);

                private string AskCore(Turn[] turns) => "";
            }
            """);

        Assert.Empty(run.Diagnostics);
        Assert.Contains("report.Message(message.Role, null);", run.GeneratedSources[0].SourceText.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Sensitive] string model, string prompt")]
    [InlineData("[NotCaptured] string model, [Sensitive] string prompt")]
    [InlineData("out string model")]
    [InlineData("[Sensitive] Turn[] turns")]
    public void What_is_not_shown_is_not_told(string parameters)
    {
        string body = parameters.StartsWith("out", StringComparison.Ordinal) ? "{ model = \"\"; return \"\"; }" : "=> \"\";";
        GeneratorRun run = GeneratorRun.Of($$"""
            using Observe;

            public sealed record Turn(string Role, string Text);

            public partial class Agent
            {
                [LlmCall]
                public partial string Ask({{parameters}});

                private string AskCore({{parameters.Replace("[Sensitive] ", "", StringComparison.Ordinal).Replace("[NotCaptured] ", "", StringComparison.Ordinal)}}) {{body}}
            }
            """);

        Assert.Empty(run.Diagnostics);
        string source = run.GeneratedSources[0].SourceText.ToString();
        Assert.DoesNotContain("report.Model", source, StringComparison.Ordinal);
        Assert.DoesNotContain("message.", source, StringComparison.Ordinal);
        Assert.DoesNotContain("Roles", source, StringComparison.Ordinal);
    }
}
