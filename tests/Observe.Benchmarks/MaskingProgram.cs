using System.Globalization;
using System.Text;
using Observe.Masking;

namespace Observe.Benchmarks;

/// <summary>
/// How much text does a mask read in a second, and does the time grow with the length and not faster, whatever the text is? One thread;
/// processor time, so that other work of the machine counts little; the fastest of some repetitions.
/// </summary>
internal static class MaskingProgram
{
    private const int Megabyte = 1_000_000;
    private const int ShortText = 60; // most texts of a trace are short, so what a call costs counts, too
    private const int Repetitions = 7;
    private static readonly MaskBuffer s_buffer = new(TextMask.Default);

    public static string Run()
    {
        foreach ((_, string piece) in MaskingTexts.Ordinary.Concat(MaskingTexts.Hostile))
        {
            byte[] warmUp = MaskingTexts.Repeat(piece, Megabyte);
            Seconds(() => InParts(warmUp, ShortText)); // the runtime compiles twice
        }

        StringBuilder text = new();
        text.AppendLine("| text | MB/s, texts of 50 kB | MB/s, one of 10 MB | time of 10 MB / time of 5 MB | ns for a text of 60 bytes |");
        text.AppendLine("|---|---:|---:|---:|---:|");
        foreach ((string name, string piece) in MaskingTexts.Ordinary)
        {
            text.AppendLine(Row(name, piece));
        }

        foreach ((string name, string piece) in MaskingTexts.Hostile)
        {
            text.AppendLine(Row($"10 MB of `{name}`", piece));
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Row(string name, string piece)
    {
        byte[] text = MaskingTexts.Repeat(piece, 10 * Megabyte);
        double half = Seconds(() => s_buffer.Masked(text.AsSpan(0, text.Length / 2)));
        double whole = Seconds(() => s_buffer.Masked(text));
        double cached = Seconds(() => InParts(text, Megabyte / 20));
        double apart = Seconds(() => InParts(text, ShortText));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {10 / cached:N0} | {10 / whole:N0} | {whole / half:0.00} | {apart / (text.Length / ShortText) * 1e9:N0} |");
    }

    private static void InParts(byte[] text, int length)
    {
        for (int at = 0; at + length <= text.Length; at += length)
        {
            s_buffer.Masked(text.AsSpan(at, length));
        }
    }

    private static double Seconds(Action work)
    {
        double best = double.MaxValue;
        for (int i = 0; i < Repetitions; i++)
        {
            // User and system time together: the system only guesses how they divide.
            TimeSpan start = Environment.CpuUsage.TotalTime;
            work();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalSeconds);
        }

        return best;
    }
}
