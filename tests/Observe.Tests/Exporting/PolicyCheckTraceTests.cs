using System.Formats.Cbor;
using System.Security.Cryptography;
using Observe.CompilerServices;
using Observe.Tests.Policies;
using Observe.Tests.Runs;

namespace Observe.Tests.Exporting;

public class PolicyCheckTraceTests
{
    private static readonly ScopeDescriptor s_refund = new(ScopeKind.ToolCall, "refund");

    [Fact]
    public async Task A_check_by_hand_has_everything_that_was_said_of_it()
    {
        ManualClock clock = new();
        (RunTrace run, string line) = await ExportedRun.OfAsync(
            run =>
            {
                clock.Advance(TimeSpan.FromTicks(9));
                run.RecordPolicyCheck("budget", PolicyAction.Block, "cost", "over 5 USD", TimeSpan.FromTicks(12), PolicyPhase.PostExecution, 7);
                run.RecordPolicyCheck("gate", PolicyAction.Allow);
            },
            options => options.TimeProvider = clock);
        Assert.Equal(Outcome.Ok, run.Outcome);
        PolicyCheckTrace check = run.PolicyChecks[0];
        Assert.Equal(("budget", "", "cost", "over 5 USD"), (check.Policy, check.Version, check.Category, check.Reason));
        Assert.Equal((PolicyAction.Block, PolicyPhase.PostExecution, 7), (check.Action, check.Phase, check.Priority));
        Assert.Equal((run.StartTime.AddTicks(9), TimeSpan.FromTicks(12)), (check.Time, check.Duration));
        Assert.Null(check.ArgumentsHash);
        PolicyCheckTrace bare = run.PolicyChecks[1];
        Assert.Equal((PolicyAction.Allow, PolicyPhase.PreExecution, 100, ""), (bare.Action, bare.Phase, bare.Priority, bare.Reason));
        Assert.Contains(
            "{\"policy\":\"budget\",\"category\":\"cost\",\"phase\":\"post_execution\",\"action\":\"block\",\"reason\":\"over 5 USD\","
            + "\"priority\":7,\"at_ns\":900,\"duration_ns\":1200}", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hash_of_arguments_is_that_of_their_bytes_in_the_record_before_masking()
    {
        const string Card = "4111 1111 1111 1111";
        (RunTrace run, string line) = await ExportedRun.OfAsync(
            _ => CallRefund(Card),
            options => options.Policies.Add(new AnswerPolicy("gate", PolicyPoints.BeforeToolCall, _ => PolicyResult.Warn("large"))));

        // What a map of indefinite length with one text is in CBOR (RFC 8949), written by somebody else's writer.
        CborWriter expected = new();
        expected.WriteStartMap(null);
        expected.WriteTextString("card");
        expected.WriteTextString(Card);
        expected.WriteEndMap();
        string hash = Convert.ToHexString(SHA256.HashData(expected.Encode())).ToLowerInvariant();
        ScopeTrace scope = Assert.Single(run.Scopes);
        PolicyCheckTrace check = Assert.Single(scope.PolicyChecks);
        Assert.Equal(hash, check.ArgumentsHash);
        Assert.Equal(("gate", "7", "test", "large"), (check.Policy, check.Version, check.Category, check.Reason));
        Assert.Equal((PolicyAction.Warn, PolicyPhase.MidExecution), (check.Action, check.Phase));
        Assert.Equal("""{"card":"##CREDIT_CARD##"}""", scope.Arguments);
        Assert.Contains($"\"arguments_sha256\":\"{hash}\"", line, StringComparison.Ordinal);
        Assert.Empty(run.PolicyChecks);
    }

    [Fact]
    public async Task A_throttle_says_when_to_come_back_and_an_unknown_action_is_kept()
    {
        (RunTrace run, string line) = await ExportedRun.OfAsync(run =>
        {
            Assert.Throws<PolicyViolationException>(() => CallRefund("x"));
        }, options => options.Policies.Add(new AnswerPolicy(
            "rate",
            PolicyPoints.BeforeToolCall,
            _ => new PolicyResult(PolicyAction.Throttle, "too many") { RetryAfter = TimeSpan.FromSeconds(1.5), UnknownAction = "quarantine" })));
        ScopeTrace scope = Assert.Single(run.Scopes);
        Assert.Equal(Outcome.Blocked, scope.Outcome);
        PolicyCheckTrace check = Assert.Single(scope.PolicyChecks);
        Assert.Equal((PolicyAction.Throttle, "quarantine", TimeSpan.FromSeconds(1.5)), (check.Action, check.UnknownAction, check.RetryAfter));
        Assert.Contains("\"action\":\"throttle\",\"unknown_action\":\"quarantine\"", line, StringComparison.Ordinal);
        Assert.Contains("\"retry_after_seconds\":1.5", line, StringComparison.Ordinal);
        Assert.Contains("\"status\":\"blocked\"", line, StringComparison.Ordinal);
    }

    private static void CallRefund(string card)
    {
        Assert.True(ObservedCall.TryBeginScope(s_refund, out ObservedCall call));
        CaptureWriter arguments = call.Arguments!;
        arguments.Property("card"u8);
        arguments.Write(card);
        call.Enter();
        try
        {
            call.AdmitNow(out _);
        }
        catch (Exception exception) when (call.Failed(exception))
        {
            throw;
        }
        finally
        {
            call.Exit();
        }
    }
}
