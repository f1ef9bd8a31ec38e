namespace Observe;

/// <summary>What is captured of a call, and how much. Larger values are cut, never dropped whole: the record says how much is missing.</summary>
public sealed class CaptureOptions
{
    /// <summary>Whether arguments are captured where the attributes allow it. Default: true.</summary>
    public bool Arguments { get; set; } = true;

    /// <summary>Whether results are captured where the attributes allow it. Default: true.</summary>
    public bool Results { get; set; } = true;

    /// <summary>Most bytes that the arguments, or the result, of one call take in binary form. Default: 32,768; from 256 to 268,435,456.</summary>
    public int MaxBytes { get; set; } = 32 * 1024;

    /// <summary>Most characters of one string, and bytes of one byte array. Default: 8,192; from 16 to 268,435,456.</summary>
    public int MaxStringLength { get; set; } = 8 * 1024;

    /// <summary>How deep objects and collections are walked. Default: 8; from 1 to 32.</summary>
    public int MaxDepth { get; set; } = 8;

    /// <summary>Most elements of one collection, and most items of one stream. Default: 256; at least 1.</summary>
    public int MaxItems { get; set; } = 256;

    /// <summary>Most characters of the previews of prompts and responses of language models. Default: 500; from 0, none at all, to 1,000,000.</summary>
    public int PreviewLength { get; set; } = 500;

    internal void Validate()
    {
        // Three bytes for each character must still be a size.
        const int Largest = 256 * 1024 * 1024;
        Between(256, MaxBytes, Largest, nameof(MaxBytes));
        Between(16, MaxStringLength, Largest, nameof(MaxStringLength));
        Between(1, MaxItems, int.MaxValue, nameof(MaxItems));
        Between(1, MaxDepth, 32, nameof(MaxDepth));
        Between(0, PreviewLength, 1_000_000, nameof(PreviewLength));
    }

    private static void Between(int least, int value, int most, string name)
    {
        if (value < least || value > most)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be from {least} to {most}.");
        }
    }
}
