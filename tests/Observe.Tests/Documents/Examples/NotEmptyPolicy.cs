namespace Observe.Tests.Documents;

/// <summary>Wants another attempt when a model gives an empty answer.</summary>
public sealed class NotEmptyPolicy : IPolicy
{
    public string Name => "not-empty";

    public string Category => "quality";

    public PolicyPoints Points => PolicyPoints.AfterLlmCall;

    public PolicyResult Evaluate(PolicyContext context) =>
        context.Result.GetText("") is { } answer && string.IsNullOrWhiteSpace(answer)
            ? PolicyResult.Retry("the answer is empty", feedback: "Please answer in at least one sentence.")
            : PolicyResult.Allow;
}
