using System.Formats.Cbor;

namespace Observe.Tests.Policies.Remote;

/// <summary>Asks a policy about a call of a tool.</summary>
internal static class Ask
{
    /// <summary>Time for an answer that will come, on a machine however busy.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Both ways of asking: true is the one of asynchronous methods.</summary>
    public static TheoryData<bool> BothWays => [true, false];

    public static PolicyContext AboutTool(string name = "refund", string text = "order 7", TimeProvider? clock = null)
    {
        CborWriter cbor = new();
        cbor.WriteStartMap(2);
        cbor.WriteTextString("text");
        cbor.WriteTextString(text);
        cbor.WriteTextString("amount");
        cbor.WriteDouble(12.5);
        cbor.WriteEndMap();
        return new PolicyContext
        {
            Phase = PolicyPhase.MidExecution,
            Point = PolicyPoints.BeforeToolCall,
            Kind = ScopeKind.ToolCall,
            Name = name,
            ToolType = "api",
            Arguments = new RecordedValue(cbor.Encode()),
            TimeProvider = clock ?? TimeProvider.System,
        };
    }

    public static async Task<PolicyResult> AskAsync(this IPolicy policy, bool isAsync, PolicyContext? context = null)
    {
        context ??= AboutTool();
        Task<PolicyResult> answer = isAsync ? policy.EvaluateAsync(context, default).AsTask() : Task.Run(() => policy.Evaluate(context));
        return await answer.WaitAsync(TimeSpan.FromMinutes(1)); // a policy that never comes back must not hold up the others
    }
}
