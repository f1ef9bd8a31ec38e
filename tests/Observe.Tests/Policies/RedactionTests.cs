using System.Text.RegularExpressions;
using Observe.CompilerServices;

namespace Observe.Tests.Policies;

public class RedactionTests
{
    private static readonly ContentRules s_rules = new()
    {
        OnPersonalData = PolicyAction.Redact,
        CustomPatterns = [new ContentPattern("CUSTOMER", new Regex("C-[0-9]{3}", RegexOptions.NonBacktracking), PolicyAction.Redact)],
    };

    private static readonly string[] s_secrets = ["jane@example.com", "C-123"];

    [Fact]
    public async Task The_body_gets_every_text_masked_and_the_caller_the_result()
    {
        ScopeDescriptor tool = new(ScopeKind.ToolCall, "send");
        await using TestObserver test = new(options => options.Policies.Add(new ContentPolicy(s_rules)));
        test.Observer.Run("agent", run =>
        {
            (string first, string second, string result) = Call(tool, "C-123 wrote", "to jane@example.com", "C-456 read it");
            Assert.Equal(("##CUSTOMER## wrote", "to ##EMAIL##", "##CUSTOMER## read it"), (first, second, result));
        });
    }

    [Fact]
    public async Task What_two_policies_want_masked_is_masked_by_both()
    {
        ScopeDescriptor tool = new(ScopeKind.ToolCall, "send");
        await using TestObserver test = new(options => options.Policies
            .Add(new AnswerPolicy("first", PolicyPoints.BeforeToolCall, _ => PolicyResult.Redact("a", "replaced")))
            .Add(new ContentPolicy(s_rules with { ScanOutputs = false })));
        test.Observer.Run("agent", run =>
            Assert.Equal("##CUSTOMER## is ##EMAIL##", Call(tool, "C-123 is jane@example.com", "", "").First));
    }

    [Fact]
    public async Task A_text_inside_an_object_cannot_be_replaced_so_the_call_is_blocked()
    {
        ScopeDescriptor tool = new(ScopeKind.ToolCall, "send");
        await using TestObserver test = new(options => options.Policies.Add(new ContentPolicy(s_rules)));
        test.Observer.Run("agent", run =>
        {
            foreach (string secret in s_secrets)
            {
                Assert.True(ObservedCall.TryBeginScope(tool, out ObservedCall call));
                CaptureWriter arguments = call.Arguments!;
                arguments.Property("mail"u8);
                CapturedValue.Map(("to", secret)).WriteTo(arguments);
                call.Enter();
                PolicyViolationException? refusal = null;
                try
                {
                    call.AdmitNow(out _);
                }
                catch (PolicyViolationException violation)
                {
                    refusal = violation;
                    call.Failed(violation);
                }

                call.Exit();
                Assert.Equal("content", refusal?.Result.Category);
                Assert.DoesNotContain(secret, refusal!.Message, StringComparison.Ordinal);
            }
        });
        Assert.All(Assert.Single(await test.RunsAsync()).Scopes, scope => Assert.Equal(Outcome.Blocked, scope.Outcome));
    }

    [Fact]
    public async Task A_text_that_is_no_string_by_value_cannot_be_replaced_either()
    {
        ScopeDescriptor tool = new(ScopeKind.ToolCall, "send") { FixedTexts = ["second"] };
        await using TestObserver test = new(options => options.Policies.Add(new ContentPolicy(s_rules)));
        test.Observer.Run("agent", run =>
        {
            Assert.Equal("##EMAIL##", Call(tool, "jane@example.com", "nothing", "").First);
            Assert.Throws<PolicyViolationException>(() => Call(tool, "nothing", "jane@example.com", ""));
        });
    }

    [Fact]
    public async Task The_result_of_a_repeated_method_is_masked_too()
    {
        ScopeDescriptor tool = new(ScopeKind.ToolCall, "send") { Retry = new RetryRules { MaxAttempts = 2 } };
        await using TestObserver test = new(options => options.Policies.Add(new ContentPolicy(s_rules)));
        test.Observer.Run("agent", run =>
        {
            Assert.Equal("for ##EMAIL##", Call(tool, "", "", "for jane@example.com").Result);
        });
    }

    [Fact]
    public async Task A_policy_for_every_run_that_a_method_names_looks_at_that_method_too()
    {
        ScopeDescriptor tool = new(ScopeKind.ToolCall, "answer") { Policies = [DeclaredPolicies.Named("answers")] };
        await using TestObserver test = new(options => options.Policies.Add(new QualityPolicy(
            new QualityRules
            {
                TemplateChecks = [new QualityTemplateCheck(QualityTemplateType.Contains) { Value = "source", Action = PolicyAction.Block }],
            },
            "answers")));
        test.Observer.Run("agent", run =>
        {
            run.SetResult("source: it");
            Assert.Throws<PolicyViolationException>(() => Call(tool, "", "", "none"));
            Assert.Equal("source: x", Call(tool, "", "", "source: x").Result);
        });
    }

    private static (string First, string Second, string Result) Call(ScopeDescriptor method, string first, string second, string result)
    {
        Assert.True(ObservedCall.TryBeginScope(method, out ObservedCall call));
        CaptureWriter arguments = call.Arguments!;
        arguments.Property("first"u8);
        arguments.Write(first);
        arguments.Property("second"u8);
        arguments.Write(second);
        call.Enter();
        try
        {
            if (!call.AdmitNow(out Admission? admission))
            {
                first = admission.Redact(first);
                second = admission.Redact(second);
            }

            if (method.Retry is not null)
            {
                RetryLoop retry = new(method);
                retry.Begin();
                Assert.True(retry.Accepts(result, static (writer, value) => writer.Write(value)));
            }

            return (first, second, call.Return(result, static (writer, value) => writer.Write(value)));
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
