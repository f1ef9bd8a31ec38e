namespace Observe.Generators.Tests.Fuzzing;

/// <summary>Roles, and attributes that mean something to others.</summary>
internal static class ParameterAttributes
{
    private const string CodeAnalysis = "global::System.Diagnostics.CodeAnalysis.";

    public static FuzzedParameter With(Draft draft, FuzzedParameter parameter)
    {
        if (draft.Choices.Chance(12))
        {
            return parameter with { Attributes = Role(draft, parameter), Type = parameter.Type };
        }

        if (!draft.Choices.Chance(10))
        {
            return parameter;
        }

        string attribute = Foreign(draft, parameter);
        return parameter with { Attributes = attribute.Length == 0 ? "" : $"[{attribute}] " };
    }

    /// <summary>An identity of the run, which only a run has.</summary>
    public static string Identity(Draft draft) =>
        draft.Choices.OneOf("SessionId", "UserId", "EndUserId", "UserGroup", "AnonymousId");

    private static string Role(Draft draft, FuzzedParameter parameter)
    {
        string role = draft.Choices.OneOf("Sensitive", "NotCaptured", "Tag", "Metadata", "Tag(\"my.key-1\")", "Metadata(\"any key \\\"\\n\")", "Sensitive, global::Observe.NotCaptured");
        bool isUnreadable = parameter.Passing == "out" || !parameter.Type.CanBeTypeArgument;
        if (role.StartsWith("Tag", StringComparison.Ordinal) || role.StartsWith("Metadata", StringComparison.Ordinal))
        {
            if (isUnreadable ? !draft.MayBreak("OBS1013") : parameter.Type.IsSensitive && role[0] == 'T' && !draft.MayBreak("OBS1014"))
            {
                return "";
            }

            bool isKey = parameter.Name.All(static character => char.IsAsciiLetterOrDigit(character) || character == '_');
            if (role == "Tag" && !isKey)
            {
                role = "Tag(\"key\")";
            }
        }

        return $"[global::Observe.{role}] ";
    }

    private static string Foreign(Draft draft, FuzzedParameter parameter) => draft.Choices.Below(9) switch
    {
        0 => "global::Fuzz.Mark",
        1 => "global::Fuzz.Mark(new[] { \"a\", null }, \"b\", null, Day = (global::System.DayOfWeek)2, Kind = typeof(string[]))",
        2 when parameter.Type.Text == "int" && parameter.Passing.Length == 0 && parameter.Default is null =>
            "global::System.Runtime.InteropServices.Optional, global::System.Runtime.InteropServices.DefaultParameterValue(5)",
        3 when parameter.Type.Text == "string?" && parameter.Passing.Length == 0 => CodeAnalysis + "NotNull",
        4 when parameter.Type.Text.EndsWith('?') && parameter.Passing == "out" => CodeAnalysis + "NotNullWhen(true)",
        5 when parameter.Type.Text == "int" && parameter.Default is not null => "global::System.Runtime.CompilerServices.CallerLineNumber",
        6 when parameter.Type.Text.StartsWith("string", StringComparison.Ordinal) && parameter.Default is not null =>
            "global::System.Runtime.CompilerServices.Caller" + draft.Choices.OneOf("MemberName", "FilePath"),
        7 => "global::System.ComponentModel.Description(\"what it is\")",
        8 when parameter.Passing.Length == 0 && parameter.Type.Text == "string?" => CodeAnalysis + "DisallowNull",
        _ => "",
    };
}
