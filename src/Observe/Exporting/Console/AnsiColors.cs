namespace Observe;

/// <summary>ANSI escapes (ECMA-48 SGR) of the styles; only the 16 colours that follow the theme of the terminal.</summary>
internal static class AnsiColors
{
    public const string Reset = "\e[0m";

    public static string Of(TextStyle style) => style switch
    {
        TextStyle.Faint => "\e[90m",
        TextStyle.Name => "\e[1m",
        TextStyle.Run => "\e[1;36m",
        TextStyle.Step => "\e[34m",
        TextStyle.Tool => "\e[35m",
        TextStyle.Decision => "\e[33m",
        TextStyle.LlmCall => "\e[95m",
        TextStyle.Retrieval => "\e[36m",
        TextStyle.Reasoning => "\e[94m",
        TextStyle.Retry => "\e[33m",
        TextStyle.HumanTurn => "\e[32m",
        TextStyle.Score => "\e[32m",
        TextStyle.Chosen => "\e[32m",
        TextStyle.Error => "\e[31m",
        TextStyle.Warning => "\e[33m",
        _ => "",
    };
}
