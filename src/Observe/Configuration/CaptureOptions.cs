namespace Observe;

/// <summary>What is captured of a call, and how much. Larger values are cut, never dropped whole: the record says how much is missing.</summary>
public sealed class CaptureOptions
{
    /// <summary>Whether arguments are captured where the attributes allow it. Default: true.</summary>
    public bool Arguments { get; set; } = true;

    /// <summary>Whether results are captured where the attributes allow it. Default: true.</summary>
    public bool Results { get; set; } = true;

    /// <summary>Most bytes that the arguments, or the result, of one call take in binary form. Default: 32,768; at least 256.</summary>
    public int MaxBytes { get; set; } = 32 * 1024;

    /// <summary>Most characters of one string. Default: 8,192; at least 16.</summary>
    public int MaxStringLength { get; set; } = 8 * 1024;

    /// <summary>How deep objects and collections are walked. Default: 8; from 1 to 32.</summary>
    public int MaxDepth { get; set; } = 8;

    /// <summary>Most elements of one collection, and most items of one stream. Default: 256; at least 1.</summary>
    public int MaxItems { get; set; } = 256;

    internal void Validate()
    {
        Range.AtLeast(MaxBytes, 256, nameof(MaxBytes));
        Range.AtLeast(MaxStringLength, 16, nameof(MaxStringLength));
        Range.AtLeast(MaxItems, 1, nameof(MaxItems));
        if (MaxDepth is < 1 or > 32)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxDepth), MaxDepth, "MaxDepth must be from 1 to 32.");
        }
    }

    private static class Range
    {
        public static void AtLeast(int value, int least, string name)
        {
            if (value < least)
            {
                throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least {least}.");
            }
        }
    }
}
