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
        ["OBS1006"] = "Removes one of the scope attributes",
        ["OBS1007"] = "Removes the role",
        ["OBS1008"] = "Removes the role",
        ["OBS1009"] = "Corrects the key",
        ["OBS1010"] = "Makes the implementing part the body",
        ["OBS1013"] = "Removes the role",
        ["OBS1014"] = "Removes the role, or [Sensitive]",
        ["OBS1015"] = "Leaves out the name",
        ["OBS1018"] = "Removes blank and repeated names",
        ["OBS1021"] = "Adds a CancellationToken to declaration and body",
        ["OBS1023"] = "Names the options that the body returns, or says that anything can be chosen",
        ["OBS1024"] = "Moves the attribute from the body to the declaration, or removes it",
        ["OBS1025"] = "Moves the role to the declaration, or removes it",
        ["OBS2003"] = "Disposes the observer at the end of the block, or awaits it",
        ["OBS2006"] = "Corrects the key",
        ["OBS2009"] = "Throws when the answer blocks",
        ["OBS2010"] = "Lets PolicyViolationException through",
        ["OBS2012"] = "Writes await using",
        ["OBS2016"] = "Calls the declaration",
        ["OBS2017"] = "Awaits the call",
        ["OBS2019"] = "Uses RunAsync",
        ["OBS2020"] = "Asks only where there is a run",
        ["OBS2021"] = "Leaves the context to the body",
        ["OBS2022"] = "Marks the parameter with its role",
        ["OBS2025"] = "Adds the option, or removes it",
        ["OBS3001"] = "Marks it [Sensitive] or [NotCaptured]",
        ["OBS3002"] = "Marks it [NotCaptured] or [Sensitive]",
        ["OBS3005"] = "Marks the parameter that receives it [Sensitive] or [NotCaptured]",
        ["OBS3006"] = "Marks the parameter that receives it [NotCaptured] or [Sensitive]",
    };
}
