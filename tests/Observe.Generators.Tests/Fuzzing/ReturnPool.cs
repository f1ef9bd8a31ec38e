namespace Observe.Generators.Tests.Fuzzing;

/// <summary>What a fuzzed method returns.</summary>
internal static class ReturnPool
{
    public static FuzzedReturn Draw(Draft draft)
    {
        switch (draft.Choices.Below(20))
        {
            case < 3:
                return new FuzzedReturn(ReturnKind.Void, "void");
            case < 8:
                FuzzedType value = TypePool.Any(draft);
                return IsAwaitable(value) ? new FuzzedReturn(ReturnKind.Void, "void") : new FuzzedReturn(ReturnKind.Value, value.Text) { Result = value };
            case < 10:
                return new FuzzedReturn(ReturnKind.Task, OrNull(draft, draft.Tasks("Task")));
            case < 13:
                return Of(draft, ReturnKind.TaskOfResult, draft.Tasks("Task"));
            case 13:
                return new FuzzedReturn(ReturnKind.ValueTask, draft.Tasks("ValueTask"));
            case 14:
                return Of(draft, ReturnKind.ValueTaskOfResult, draft.Tasks("ValueTask"));
            case 15 or 16:
                return Of(draft, ReturnKind.Stream, draft.Collection("IAsyncEnumerable"));
            case 17:
                return Of(draft, ReturnKind.Sequence, draft.Collection("IEnumerable"));
            case 18:
                return Value(draft);
            default:
                return draft.Choices.Chance(60) && draft.MayBreak("OBS1005") ? Unsupported(draft) : Value(draft);
        }
    }

    private static FuzzedReturn Value(Draft draft)
    {
        FuzzedType type = TypePool.Argument(draft, 0);
        return IsAwaitable(type) ? new FuzzedReturn(ReturnKind.Void, "void") : new FuzzedReturn(ReturnKind.Value, type.Text) { Result = type };
    }

    private static FuzzedReturn Unsupported(Draft draft)
    {
        if (draft.Choices.Chance(40))
        {
            FuzzedType cell = ScalarTypes.Draw(draft);
            return new(ReturnKind.Unsupported, cell.Text) { Result = cell, Reference = draft.Choices.OneOf("ref", "ref readonly") };
        }

        string text = draft.Choices.OneOf(
            "global::System.Collections.IEnumerable",
            "global::System.Collections.IEnumerator",
            draft.Collection("IEnumerator<int>"),
            draft.Collection("IAsyncEnumerator<string>"),
            draft.Ours("Later"),
            "global::System.Runtime.CompilerServices.YieldAwaitable",
            "global::System.Runtime.CompilerServices.ConfiguredTaskAwaitable<int>");
        return new(ReturnKind.Unsupported, text) { Result = new FuzzedType(text) };
    }

    private static FuzzedReturn Of(Draft draft, ReturnKind kind, string name)
    {
        FuzzedType item = TypePool.Argument(draft, 1);
        string text = $"{name}<{item.Text}>";
        return new(kind, kind == ReturnKind.ValueTaskOfResult ? text : OrNull(draft, text)) { Result = item };
    }

    // A value that can be awaited is another shape of method.
    private static bool IsAwaitable(FuzzedType type) =>
        type.Text.Contains("Task", StringComparison.Ordinal) || type.Text.Contains("Later", StringComparison.Ordinal)
        || type.Text.TrimEnd('?').EndsWith("System.Collections.IEnumerable", StringComparison.Ordinal)
        || type.Text.StartsWith("IEnumerable<", StringComparison.Ordinal) || type.Text.Contains(".IEnumerable<", StringComparison.Ordinal)
        || type.Text.Contains("IAsyncEnumerable<", StringComparison.Ordinal);

    private static string OrNull(Draft draft, string text) => draft.IsNullable && draft.Choices.Chance(6) ? text + "?" : text;
}
