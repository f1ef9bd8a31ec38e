namespace Observe.Tests.Policies.Files;

/// <summary>A policy of a category that tests add: it answers what the rule <c>answer</c> says.</summary>
internal sealed class FilePolicyStub(PolicyDefinition definition) : IPolicy
{
    private readonly PolicyAction _answer = definition.Rules.Action("answer", PolicyAction.Allow);

    public PolicyDefinition Definition => definition;

    public int? Max { get; } = definition.Rules.Integer("max", 10, minimum: 1);

    public string Name => definition.Name;

    public string Category => definition.Category;

    public string Version => definition.Version;

    public PolicyPoints Points => PolicyPoints.BeforeRun;

    public PolicyResult Evaluate(PolicyContext context) => _answer == PolicyAction.Allow ? PolicyResult.Allow : new(_answer, "as the file says");
}
