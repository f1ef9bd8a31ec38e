namespace Observe;

/// <summary>How a tree is drawn: <see cref="ConsoleExporterOptions"/> with every default resolved.</summary>
internal sealed record TraceTreeStyle
{
    /// <summary>Leaves room for a trace id on one line, so that it can be copied.</summary>
    public const int MinWidth = 48;

    private const int MaxWidth = 10_000;

    public int Width { get; init; } = 120;

    public bool Colors { get; init; }

    public bool ShowValues { get; init; } = true;

    public int MaxScopes { get; init; } = 200;

    public Glyphs Glyphs { get; init; } = Glyphs.Unicode;

    public string NewLine { get; init; } = "\n";

    /// <summary>Looks at the terminal anew, as it may have been resized.</summary>
    public static TraceTreeStyle For(TextWriter writer, ConsoleExporterOptions options)
    {
        bool terminal = Terminal.IsBehind(writer);
        return new TraceTreeStyle
        {
            Width = Math.Clamp(options.Width ?? (terminal ? Terminal.Width : null) ?? 120, MinWidth, MaxWidth),
            Colors = options.Colors ?? (terminal && Terminal.TakesColors(writer)),
            ShowValues = options.ShowValues,
            MaxScopes = options.MaxScopes,
            Glyphs = Glyphs.For(writer.Encoding),
            NewLine = writer.NewLine,
        };
    }
}
