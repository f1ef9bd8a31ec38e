using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests;

/// <summary>
/// What the results of real clients say is found by the names of their members. The clients are referenced by these tests alone:
/// should a new version rename something, a test says so.
/// </summary>
public sealed partial class ClientLibraryTests
{
    [Fact]
    public void A_response_of_Microsoft_Extensions_AI() => Assert.Equal(
        """
        report.Model(value.ModelId);
        report.FinishReason(value.FinishReason?.ToString());
        if (value.Usage is { } usage)
        {
            report.Usage(
                usage.InputTokenCount,
                usage.OutputTokenCount,
                usage.CachedInputTokenCount,
                null,
                usage.ReasoningTokenCount,
                cachedInside: true);
        }

        report.Response(value.Text);
        """,
        Reader("Task<Microsoft.Extensions.AI.ChatResponse>", "ChatResponse"));

    [Fact]
    public void An_update_of_Microsoft_Extensions_AI() => Assert.Equal(
        """
        report.Model(value.ModelId);
        report.FinishReason(value.FinishReason?.ToString());
        foreach (var part in value.Contents)
        {
            if (part is global::Microsoft.Extensions.AI.UsageContent { Details: { } usage })
            {
                report.Usage(
                    usage.InputTokenCount,
                    usage.OutputTokenCount,
                    usage.CachedInputTokenCount,
                    null,
                    usage.ReasoningTokenCount,
                    cachedInside: true);
            }
        }

        report.Response(value.Text);
        """,
        Reader("IAsyncEnumerable<Microsoft.Extensions.AI.ChatResponseUpdate>", "ChatResponseUpdate"));

    [Fact]
    public void A_completion_of_OpenAI() => Assert.Equal(
        """
        report.Model(value.Model);
        report.FinishReason(value.FinishReason.ToString());
        if (value.Usage is { } usage)
        {
            report.Usage(
                usage.InputTokenCount,
                usage.OutputTokenCount,
                usage.InputTokenDetails?.CachedTokenCount,
                null,
                usage.OutputTokenDetails?.ReasoningTokenCount,
                cachedInside: true);
        }

        if (value.Content is { } texts)
        {
            foreach (var text in texts)
            {
                report.Response(text.Text);
            }
        }
        """,
        Reader("Task<OpenAI.Chat.ChatCompletion>", "ChatCompletion"));

    [Fact]
    public void A_completion_of_OpenAI_as_its_client_returns_it() => Assert.Contains(
        "report.Model(value.Value.Model);",
        Reader("ValueTask<System.ClientModel.ClientResult<OpenAI.Chat.ChatCompletion>>", "ClientResultOfChatCompletion"),
        StringComparison.Ordinal);

    [Fact]
    public void An_update_of_OpenAI() => Assert.Equal(
        """
        report.Model(value.Model);
        report.FinishReason(value.FinishReason?.ToString());
        if (value.Usage is { } usage)
        {
            report.Usage(
                usage.InputTokenCount,
                usage.OutputTokenCount,
                usage.InputTokenDetails?.CachedTokenCount,
                null,
                usage.OutputTokenDetails?.ReasoningTokenCount,
                cachedInside: true);
        }

        if (value.ContentUpdate is { } texts)
        {
            foreach (var text in texts)
            {
                report.Response(text.Text);
            }
        }
        """,
        Reader("IAsyncEnumerable<OpenAI.Chat.StreamingChatCompletionUpdate>", "StreamingChatCompletionUpdate"));

    [Fact]
    public void A_message_of_Anthropic() => Assert.Equal(
        """
        report.Model(value.Model);
        report.FinishReason(value.StopReason);
        if (value.Usage is { } usage)
        {
            report.Usage(
                usage.InputTokens,
                usage.OutputTokens,
                usage.CacheReadInputTokens,
                usage.CacheCreationInputTokens,
                null,
                cachedInside: false);
        }
        """,
        Reader("Task<Anthropic.Models.Messages.Message>", "Message"));

    [Theory]
    [InlineData("IEnumerable<Microsoft.Extensions.AI.ChatMessage>", "report.Message(message.Role.ToString(), message.Text);")]
    [InlineData("List<Microsoft.Extensions.AI.ChatMessage>", "report.Message(message.Role.ToString(), message.Text);")]
    [InlineData("IReadOnlyList<Anthropic.Models.Messages.MessageParam>", "report.Message(message.Role, null);")]
    public void Messages_are_told_by_role_and_text(string type, string expected) =>
        Assert.Contains(expected, Generated("Task", type), StringComparison.Ordinal);

    private static string Reader(string result, string name)
    {
        string source = Generated(result, "string");
        Match body = Body().Match(source[source.IndexOf($"void Read{name}(", StringComparison.Ordinal)..]);
        return string.Join('\n', body.Groups["line"].Captures.Select(static line => line.Value.Length > 12 ? line.Value[12..] : ""));
    }

    private static string Generated(string result, string parameter)
    {
        GeneratorRun run = GeneratorRun.Of(TestCompilation.WithClients($$"""
            using System.Collections.Generic;
            using System.Threading.Tasks;

            public partial class Agent
            {
                [Observe.LlmCall]
                public partial {{result}} AskAsync({{parameter}} input);

                private {{result}} AskCoreAsync({{parameter}} input) => throw null!;
            }
            """));
        Assert.True(run.Diagnostics.IsEmpty, string.Join("\n", run.Diagnostics) + string.Concat(run.GeneratedSources.Select(static generated => generated.SourceText)));
        return Assert.Single(run.GeneratedSources).SourceText.ToString();
    }

    // The lines behind the check for null.
    [GeneratedRegex("""return;\n {12}\}\n\n(?<line>[^\n]*)(\n(?<line>[^\n]*))*?\n {8}\}\n""")]
    private static partial Regex Body();
}
