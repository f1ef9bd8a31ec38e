using System.Globalization;
using System.Text;

namespace Observe.Generators.Tests.Fuzzing;

/// <summary>Bodies that write down what they see, change what they may, and end in one of many ways.</summary>
internal sealed class BodyWriter(Draft draft, FuzzedReturn returned, IReadOnlyList<FuzzedParameter> parameters)
{
    private const string Journal = "global::Fuzz.Journal";
    private const string Tasks = "global::System.Threading.Tasks.";

    /// <summary>A statement about the instance, or empty.</summary>
    public string State { get; init; } = "";

    /// <summary>Whether the body can be <c>async</c> or an iterator.</summary>
    public required bool MayBeLazy { get; init; }

    public bool IsAsync { get; private set; }

    /// <summary>Whether it is an iterator, which hears of its token by an attribute.</summary>
    public bool IsStream { get; private set; }

    public string Write()
    {
        StringBuilder text = new("    {\n");
        text.Append(CultureInfo.InvariantCulture, $"        {Journal}.Calls++;\n");
        foreach (FuzzedParameter parameter in parameters.Where(static parameter => parameter.Passing != "out"))
        {
            string shown = string.Format(CultureInfo.InvariantCulture, parameter.Type.Shown, parameter.Name);
            text.Append(CultureInfo.InvariantCulture, $"        {Journal}.Add({Quoted(parameter.Name)}, {shown});\n");
        }

        if (State.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"        {State}\n");
        }

        foreach (FuzzedParameter parameter in parameters.Where(static parameter => parameter.Passing is "ref" or "out"))
        {
            text.Append(CultureInfo.InvariantCulture, $"        {parameter.Name} = {(parameter.Type.IsRefLike || parameter.Passing == "ref" ? "default!" : parameter.Type.Sample)};\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"        {Journal}.Local.Value = \"body\";\n");
        Finish(text);
        return text.Append("    }\n").ToString();
    }

    private static string Quoted(string name) => "\"" + name.Replace("\\", "\\\\", StringComparison.Ordinal) + "\"";

    private void Finish(StringBuilder text)
    {
        bool fails = draft.Choices.Chance(25);
        switch (returned.Kind)
        {
            case ReturnKind.Void:
                Line(text, fails ? Throw() : "using global::Fuzz.Resource fuzzFirst = new(\"first\"), fuzzSecond = new(\"second\");");
                break;
            case ReturnKind.Value:
                Line(text, fails ? Throw() : $"return {Wrapped()};");
                break;
            case ReturnKind.Unsupported:
                Line(text, returned.Reference.Length > 0 ? $"return ref global::Fuzz.Cell<{returned.Text}>.Value;" : "return default!;");
                break;
            case ReturnKind.Sequence:
                Sequence(text, fails);
                break;
            case ReturnKind.Stream:
                Stream(text, fails);
                break;
            default:
                Task(text, fails);
                break;
        }
    }

    private void Task(StringBuilder text, bool fails)
    {
        IsAsync = MayBeLazy && draft.Choices.Chance(60);
        bool hasResult = returned.Result is not null;
        if (IsAsync)
        {
            Line(text, "await using global::Fuzz.Resource fuzzFirst = new(\"first\");");
            Line(text, $"await {draft.Choices.OneOf(Tasks + "Task.CompletedTask", Journal + ".Pending", Journal + ".Pending.ConfigureAwait(false)")};");
            Line(text, $"{Journal}.Local.Value = \"late\";");
            Line(text, fails ? Throw() : hasResult ? $"return {Wrapped()};" : "using global::Fuzz.Resource fuzzSecond = new(\"second\");");
            return;
        }

        string type = returned.CoreText ?? returned.Text.TrimEnd('?');
        bool isValueTask = returned.Kind is ReturnKind.ValueTask or ReturnKind.ValueTaskOfResult;
        string argument = hasResult ? type[(type.IndexOf('<', StringComparison.Ordinal) + 1)..^1] : "";
        string generic = hasResult ? $"<{argument}>" : "";
        string exception = "new global::System.InvalidOperationException(\"given\")";
        string made = draft.Choices.Below(fails ? 3 : 1) switch
        {
            1 => $"{Tasks}Task.FromException{generic}({exception})",
            2 => $"{Tasks}Task.FromCanceled{generic}(new global::System.Threading.CancellationToken(true))",
            _ when fails => "",
            _ => hasResult ? $"{Tasks}Task.FromResult{generic}({Wrapped()})" : $"{Tasks}Task.CompletedTask",
        };
        Line(text, made.Length == 0 ? Throw() : isValueTask ? $"return new {Tasks}ValueTask{generic}({made});" : $"return {made};");
    }

    private void Sequence(StringBuilder text, bool fails)
    {
        string sample = Sample(returned.Result!);
        IsStream = MayBeLazy && draft.Choices.Chance(70);
        if (!IsStream)
        {
            Line(text, fails ? Throw() : $"return global::Fuzz.Streams.Sequence<{returned.Result!.Text}>({sample}, {sample});");
            return;
        }

        Line(text, "using global::Fuzz.Resource fuzzFirst = new(\"first\"), fuzzSecond = new(\"second\");");
        Line(text, $"yield return {sample};");
        Line(text, $"{Journal}.Local.Value = \"late\";");
        if (fails)
        {
            Line(text, Throw());
        }
        else
        {
            Line(text, $"yield return {sample};");
        }
    }

    private void Stream(StringBuilder text, bool fails)
    {
        string sample = Sample(returned.Result!);
        IsStream = IsAsync = MayBeLazy && draft.Choices.Chance(70);
        if (!IsStream)
        {
            Line(text, fails ? Throw() : $"return global::Fuzz.Streams.Stream<{returned.Result!.Text}>({sample}, {sample});");
            return;
        }

        Line(text, "await using global::Fuzz.Resource fuzzFirst = new(\"first\"), fuzzSecond = new(\"second\");");
        Line(text, $"yield return {sample};");
        Line(text, $"{Journal}.Add(\"local in stream\", {Journal}.Local.Value);");
        Line(text, $"await {draft.Choices.OneOf(Journal + ".Pending", Tasks + "Task.CompletedTask")};");
        Line(text, fails ? Throw() : $"yield return {sample};");
    }

    private string Wrapped()
    {
        FuzzedType result = returned.Result!;
        string sample = Sample(result);
        return returned.CoreText switch
        {
            null => sample,
            { } text when text.Contains("Observe.Decision<", StringComparison.Ordinal) => $"new global::Observe.Decision<{result.Text}>({sample}, \"because\", 0.5)",
            _ => $"new global::Observe.LlmResult<{result.Text}>({sample}, model: \"m\")",
        };
    }

    private static string Sample(FuzzedType type) => type.IsRefLike ? "default" : type.Sample;

    private string Throw() => draft.Choices.OneOf(
        "throw new global::System.InvalidOperationException(\"thrown\");",
        "throw new global::System.OperationCanceledException(\"cancelled\");",
        "throw new global::System.ArgumentNullException(\"name\", new global::System.FormatException(\"inner\").Message);");

    private static void Line(StringBuilder text, string line) => text.Append(CultureInfo.InvariantCulture, $"        {line}\n");
}
