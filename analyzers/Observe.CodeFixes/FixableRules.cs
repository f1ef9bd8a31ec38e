namespace Observe.CodeFixes;

/// <summary>Which rules have a fix, and what it does: what the page of all rules says about them.</summary>
public static class FixableRules
{
    /// <summary>What the fix of a rule does, by the rule's id.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["OBS1001"] = "Makes the method and its types partial; its body becomes a method of its own",
        ["OBS1002"] = "Makes the type and those around it partial",
        ["OBS1003"] = "Creates the body, with or without the run's context",
        ["OBS1004"] = "Gives the body the signature of the declaration",
        ["OBS1010"] = "Makes the implementing part the body",
        ["OBS3001"] = "Marks it [Sensitive] or [NotCaptured]",
        ["OBS3002"] = "Marks it [NotCaptured] or [Sensitive]",
    };
}
