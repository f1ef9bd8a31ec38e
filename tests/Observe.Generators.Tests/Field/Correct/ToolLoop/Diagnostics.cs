using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using Observe;

namespace Ledgerly.Assistant;

/// <summary>How full the context of a conversation is, and what was said last. Printed on request.</summary>
internal static partial class Diagnostics
{
    private static readonly Lazy<Process> s_process = new(Process.GetCurrentProcess);

    public static string Describe()
    {
        if (RunContext.Current is not { IsRecording: true } run)
        {
            return "not in a run";
        }

        string utilization = run.ContextUtilization is { } share ? share.ToString("P0", CultureInfo.InvariantCulture) : "unknown";
        return $"{run.Agent} {run.RunId}: {run.ConversationTurns} turns, {run.MessageCount} messages, context {utilization}, "
            + $"{run.Usage.InputTokens} tokens in, {run.Usage.OutputTokens} out, {run.Usage.CallsOfUnknownCost} calls of unknown cost";
    }

    [Step("working_set", Leaf = true)]
    public static partial long ReadWorkingSet();

    private static long ReadWorkingSetCore()
    {
        s_process.Value.Refresh();
        return s_process.Value.WorkingSet64;
    }

    /// <summary>Waits for a person to press a key; the pause is part of the trace.</summary>
    public static bool Confirm(string question)
    {
        string? line = RunContext.Current is { } run ? run.ReadLine($"{question} (y/n) ", "confirm") : Console.ReadLine();
        bool isYes = line?.Trim() is "y" or "Y" or "yes";
        RunContext.Current?.RecordScore("confirmed", isYes);
        return isYes;
    }

    public static IReadOnlyList<string> Warnings(RunTrace run)
    {
        List<string> warnings = [.. run.Warnings];
        foreach (ScopeTrace scope in run.Scopes)
        {
            if (scope is { Kind: ScopeKind.LlmCall, Llm: { CostUsd: null, Model: var model } })
            {
                warnings.Add($"nobody knows what {model} costs");
            }
            else if (scope.PolicyChecks is [.., { Action: PolicyAction.Warn, Reason: var reason }])
            {
                warnings.Add(reason);
            }
        }

        return warnings;
    }
}
