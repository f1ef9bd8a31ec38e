using System.Text.Json;
using Observe.CompilerServices;
using Observe.Tests.Capturing;

namespace Observe.Tests.Policies.InputValidation;

public class InputValidationPolicyTests
{
    [Fact]
    public void An_empty_input_is_a_violation()
    {
        InputValidationPolicy policy = new();

        Assert.StartsWith("the input is empty", policy.Evaluate(Questions.Before(ScopeKind.Run)).Reason, StringComparison.Ordinal);
        Assert.True(policy.Evaluate(Asked((string?)null)).Blocked);
        Assert.True(policy.Evaluate(Asked("")).Blocked);
        Assert.True(policy.Evaluate(Asked(CapturedValue.Map())).Blocked);
    }

    [Fact]
    public void An_object_with_empty_members_is_not_empty()
    {
        Assert.Same(PolicyResult.Allow, new InputValidationPolicy().Evaluate(Asked(CapturedValue.Map(("query", "")))));
        Assert.Same(PolicyResult.Allow, new InputValidationPolicy().Evaluate(Asked(CapturedValue.List())));
        Assert.Same(PolicyResult.Allow, new InputValidationPolicy().Evaluate(Asked(0)));
    }

    [Fact]
    public void Empty_inputs_can_be_let_pass()
    {
        InputValidationPolicy policy = new(new InputValidationRules { RejectEmptyInput = false, AllowedInputTypes = InputTypes.Text, ValidateSchema = true });

        Assert.Same(PolicyResult.Allow, policy.Evaluate(Questions.Before(ScopeKind.Run)));
        Assert.Same(PolicyResult.Allow, policy.Evaluate(Asked("")));
    }

    [Theory]
    [InlineData(1000, false)]
    [InlineData(1100, true)]
    public void An_input_that_is_too_large_is_a_violation(int length, bool blocks)
    {
        InputValidationPolicy policy = new(new InputValidationRules { MaxInputSizeKb = 1 });

        Assert.Equal(blocks, policy.Evaluate(Asked(CapturedValue.Map(("text", new string('x', length))))).Blocked);
    }

    [Fact]
    public void What_capturing_cut_away_counts()
    {
        PolicyContext question = Questions.Before(ScopeKind.Run);
        question.Arguments = Questions.Recorded(CapturedValue.Map(("text", new string('x', 200_000))));
        Assert.True(question.Arguments.Cbor.Length < 10_000);

        PolicyResult answer = new InputValidationPolicy().Evaluate(question);

        Assert.Equal(PolicyAction.Block, answer.Action);
        Assert.Matches("^the input has 200[0-9]{3} bytes, more than 100 kB$", answer.Reason);
    }

    [Theory]
    [InlineData(InputTypes.Text, "text", null)]
    [InlineData(InputTypes.Text, "number", "json")]
    [InlineData(InputTypes.Text, "list", "json")]
    [InlineData(InputTypes.Text, "bytes", "binary")]
    [InlineData(InputTypes.Text, "url", null)]
    [InlineData(InputTypes.Json, "text", null)]
    [InlineData(InputTypes.Json, "number", null)]
    [InlineData(InputTypes.Json, "uuid", null)]
    [InlineData(InputTypes.Json, "bytes", "binary")]
    [InlineData(InputTypes.Json, "cut bytes", "binary")]
    [InlineData(InputTypes.Binary, "bytes", null)]
    [InlineData(InputTypes.Binary, "cut bytes", null)]
    [InlineData(InputTypes.Binary, "text", "text")]
    [InlineData(InputTypes.Binary, "null", null)]
    [InlineData(InputTypes.Binary | InputTypes.Text, "number", "json")]
    public void Only_allowed_types_may_be_arguments(InputTypes allowed, string argument, string? refused)
    {
        PolicyContext question = Questions.Before(ScopeKind.Run);
        question.Arguments = new RecordedValue(Capture.Bytes(writer =>
        {
            writer.BeginStruct();
            writer.Property("first"u8);
            writer.WriteNull();
            writer.Property("second"u8);
            Write(writer, argument);
            writer.EndObject();
        }));

        PolicyResult answer = new InputValidationPolicy(new InputValidationRules { AllowedInputTypes = allowed }).Evaluate(question);

        Assert.Equal(refused is null ? "" : $"the input has a part of type {refused}, which is not allowed", answer.Reason);
    }

    [Fact]
    public void An_input_that_is_no_object_has_one_type()
    {
        InputValidationPolicy json = new(new InputValidationRules { AllowedInputTypes = InputTypes.Json });

        Assert.True(json.Evaluate(Asked("text")).Blocked);
        Assert.False(json.Evaluate(Asked(CapturedValue.List("text"))).Blocked);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("see <ScRiPt src=x>", "<script")]
    [InlineData("<a href='JavaScript:void(0)'>", "javascript:")]
    [InlineData("<scrip", null)]
    [InlineData("java script:", null)]
    [InlineData("j javascrip", null)]
    [InlineData("<<script", "<script")]
    [InlineData("naïve <script", "<script")]
    public void Active_html_is_a_violation(string text, string? found)
    {
        PolicyResult answer = new InputValidationPolicy().Evaluate(Asked(CapturedValue.Map(("nested", CapturedValue.List(1, text)))));

        Assert.Equal(found is null ? "" : $"the input contains \"{found}\"", answer.Reason);
        Assert.Same(
            PolicyResult.Allow, new InputValidationPolicy(new InputValidationRules { SanitizeHtml = false }).Evaluate(Asked(text)));
    }

    [Fact]
    public void An_input_must_fit_its_schema()
    {
        InputValidationPolicy policy = new(new InputValidationRules
        {
            ValidateSchema = true,
            InputSchema = JsonDocument.Parse("""{"type":"object","required":["order"]}""").RootElement,
        });

        Assert.Same(PolicyResult.Allow, policy.Evaluate(Asked(CapturedValue.Map(("order", "A1")))));
        Assert.StartsWith(
            "the input does not fit its schema: ", policy.Evaluate(Asked(CapturedValue.Map(("user", "ann")))).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_that_is_not_switched_on_counts_for_nothing()
    {
        InputValidationPolicy policy = new(new InputValidationRules
        {
            InputSchema = JsonDocument.Parse("""{"type":"object","required":["order"]}""").RootElement,
        });

        Assert.Same(PolicyResult.Allow, policy.Evaluate(Asked(CapturedValue.Map(("user", "ann")))));
    }

    [Fact]
    public void The_first_check_that_fails_gives_the_answer()
    {
        InputValidationRules rules = new()
        {
            MaxInputSizeKb = 0,
            AllowedInputTypes = InputTypes.Binary,
            ValidateSchema = true,
            InputSchema = JsonDocument.Parse("""{"required":["order"]}""").RootElement,
        };
        PolicyContext wrong = Asked(CapturedValue.Map(("text", "<script")));
        string Reason(InputValidationRules with) => new InputValidationPolicy(with).Evaluate(wrong).Reason;

        Assert.Contains("bytes, more than 0 kB", Reason(rules), StringComparison.Ordinal);
        rules = rules with { MaxInputSizeKb = null };
        Assert.Contains("of type text", Reason(rules), StringComparison.Ordinal);
        rules = rules with { AllowedInputTypes = InputTypes.All };
        Assert.Contains("contains \"<script\"", Reason(rules), StringComparison.Ordinal);
        rules = rules with { SanitizeHtml = false };
        Assert.Contains("schema", Reason(rules), StringComparison.Ordinal);
    }

    [Fact]
    public void A_good_input_allocates_nothing()
    {
        InputValidationPolicy policy = new(new InputValidationRules { AllowedInputTypes = InputTypes.Text | InputTypes.Json });
        PolicyContext question = Asked(CapturedValue.Map(("query", "where is my order?"), ("limit", 5), ("tags", CapturedValue.List("a", "b"))));
        policy.Evaluate(question);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            policy.Evaluate(question);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public async Task A_real_run_with_a_bad_input_never_calls_its_body()
    {
        await using TestObserver test = new(options => options.Policies.Add(new InputValidationPolicy()));
        bool ran = false;
        void Run(CapturedValue input) => test.Observer.Run("agent", _ => { ran = true; }, new RunOptions { Inputs = input });

        PolicyViolationException violation = Assert.Throws<PolicyViolationException>(() => Run("<script>"));
        Assert.Equal("input-validation", violation.Result.Category);
        Assert.False(ran);
        Run("hello");
        Assert.True(ran);
    }

    [Fact]
    public void Rules_of_a_file_are_read()
    {
        InputValidationRules rules = InputValidationRules.Read(PolicyRules.Parse(
            """
            {"validate_schema":true,"input_schema":{"required":["a"]},"max_input_size_kb":5,"allowed_input_types":["text","json"],
             "reject_empty_input":false,"sanitize_html":false,"action_on_violation":"warn"}
            """));

        Assert.True(rules.ValidateSchema);
        Assert.Equal(JsonValueKind.Object, rules.InputSchema.ValueKind);
        Assert.Equal(5, rules.MaxInputSizeKb);
        Assert.Equal(InputTypes.Text | InputTypes.Json, rules.AllowedInputTypes);
        Assert.False(rules.RejectEmptyInput);
        Assert.False(rules.SanitizeHtml);
        Assert.Equal(PolicyAction.Warn, rules.ActionOnViolation);
        Assert.Equal(new InputValidationRules(), InputValidationRules.Read(PolicyRules.Parse("{}")));
        Assert.Throws<PolicyFileException>(() => InputValidationRules.Read(PolicyRules.Parse("""{"allowed_input_types":["xml"]}""")));
        Assert.Throws<ArgumentException>(() => new InputValidationPolicy(new InputValidationRules { AllowedInputTypes = InputTypes.None }));
    }

    private static PolicyContext Asked(CapturedValue input) => Questions.Before(ScopeKind.Run, "agent", arguments: input);

    private static void Write(CaptureWriter writer, string kind)
    {
        switch (kind)
        {
            case "text":
                writer.Write("hello");
                break;
            case "number":
                writer.Write(1.5);
                break;
            case "list":
                CapturedValue.List("a").WriteTo(writer);
                break;
            case "uuid":
                writer.Write(Guid.Empty);
                break;
            case "url":
                writer.Write(new Uri("https://example.com"));
                break;
            case "bytes":
                writer.Write(new byte[10]);
                break;
            case "cut bytes":
                writer.Write(new byte[100_000]);
                break;
            default:
                writer.WriteNull();
                break;
        }
    }
}
