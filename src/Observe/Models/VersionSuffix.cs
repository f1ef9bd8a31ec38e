namespace Observe.Models;

/// <summary>Tells whether what follows a known name is only a version of that model, or makes it another model.</summary>
/// <remarks>
/// A version is any sequence of: a date (<c>-2024-08-06</c>, <c>-20240806</c>, <c>-08-2024</c>, <c>-08-06</c>, <c>-240806</c>, <c>-2408</c>,
/// <c>-0806</c>, all with <c>@</c>, too), a release (<c>-001</c>, <c>-v1</c>, <c>-v2:0</c>, <c>:0</c>), <c>latest</c>, <c>default</c>. A single
/// number is none: a model <c>x-4-5</c> is not the model <c>x-4</c>.
/// </remarks>
internal static class VersionSuffix
{
    private static ReadOnlySpan<byte> OtherModels =>
        ("mini nano lite micro small medium large pro max ultra turbo flash fast highspeed instant haiku sonnet opus "u8 +
         "image audio realtime live tts transcribe embed embedding vision video free batch"u8);

    /// <summary>Whether the rest of a name is a version and nothing else.</summary>
    public static bool IsVersion(ReadOnlySpan<byte> rest)
    {
        while (!rest.IsEmpty)
        {
            int length = LengthOfPart(rest);
            if (length == 0)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    /// <summary>Whether the rest of a name names another size, kind or generation, whatever rule there is for the name before it.</summary>
    public static bool IsOtherModel(ReadOnlySpan<byte> rest)
    {
        bool isFirst = IsSeparator(rest[0]);
        while (!rest.IsEmpty)
        {
            rest = isFirst || IsSeparator(rest[0]) ? rest[1..] : rest;
            int length = 0;
            while (length < rest.Length && !IsSeparator(rest[length]))
            {
                length++;
            }

            ReadOnlySpan<byte> word = rest[..length];
            if ((isFirst && Digits(word) == length && length is 1 or 2) || IsWordOfOtherModel(word))
            {
                return true;
            }

            isFirst = false;
            rest = rest[length..];
        }

        return false;
    }

    /// <summary>Whether a name may be divided here.</summary>
    public static bool IsSeparator(byte letter) => letter is (byte)'-' or (byte)':' or (byte)'@' or (byte)'.';

    private static bool IsWordOfOtherModel(ReadOnlySpan<byte> word)
    {
        ReadOnlySpan<byte> words = OtherModels;
        while (CatalogueProviders.Next(ref words) is { IsEmpty: false } other)
        {
            if (word.SequenceEqual(other))
            {
                return true;
            }
        }

        return false;
    }

    private static int LengthOfPart(ReadOnlySpan<byte> rest)
    {
        byte separator = rest[0];
        ReadOnlySpan<byte> text = rest[1..];
        if (separator is not ((byte)'-' or (byte)'@' or (byte)':'))
        {
            return 0;
        }

        foreach (int length in (ReadOnlySpan<int>)[6, 7])
        {
            if (text.StartsWith(length == 6 ? "latest"u8 : "default"u8) && EndsAt(text, length))
            {
                return 1 + length;
            }
        }

        if (separator == ':')
        {
            return Digits(text) == 1 && EndsAt(text, 1) ? 2 : 0;
        }

        int part = text.StartsWith("v"u8) ? LengthOfRelease(text) : LengthOfDate(text);
        return part > 0 && EndsAt(text, part) ? 1 + part : 0;
    }

    /// <summary>v1, or any v with a second number: other releases can be other models.</summary>
    private static int LengthOfRelease(ReadOnlySpan<byte> text)
    {
        int digits = Digits(text[1..]);
        if (digits is 0 or > 2)
        {
            return 0;
        }

        int length = 1 + digits;
        bool hasSecond = text.Length > length + 1 && text[length] == ':' && Digits(text[(length + 1)..]) == 1;
        return hasSecond ? length + 2 : digits == 1 && text[1] == '1' ? length : 0;
    }

    private static int LengthOfDate(ReadOnlySpan<byte> text)
    {
        switch (Digits(text))
        {
            case 8 when IsYear(text) && IsMonth(text[4..]) && IsDay(text[6..]):
                return 8;
            case 6 when IsMonth(text[2..]) && IsDay(text[4..]):
                return 6;
            case 4 when IsYear(text) && HasSecond(text, 4, 2) && IsMonth(text[5..]):
                return HasSecond(text, 7, 2) && IsDay(text[8..]) ? 10 : 0;
            case 4 when (Number(text) is >= 20 and < 40 && IsMonth(text[2..])) || (IsMonth(text) && IsDay(text[2..])):
                return 4;
            case 3 when text[0] == '0' && text[1] == '0':
                return 3;
            case 2 when IsMonth(text) && HasSecond(text, 2, 4) && IsYear(text[3..]):
                return 7;
            case 2 when IsMonth(text) && HasSecond(text, 2, 2) && IsDay(text[3..]):
                return 5;
            default:
                return 0;
        }
    }

    private static bool HasSecond(ReadOnlySpan<byte> text, int at, int digits) =>
        text.Length > at && text[at] == '-' && Digits(text[(at + 1)..]) == digits;

    private static bool IsYear(ReadOnlySpan<byte> text) => text[0] == '2' && text[1] == '0';

    private static bool IsMonth(ReadOnlySpan<byte> text) => Number(text) is >= 1 and <= 12;

    private static bool IsDay(ReadOnlySpan<byte> text) => Number(text) is >= 1 and <= 31;

    private static int Number(ReadOnlySpan<byte> two) => ((two[0] - '0') * 10) + (two[1] - '0');

    private static bool EndsAt(ReadOnlySpan<byte> text, int length) => text.Length == length || IsSeparator(text[length]);

    private static int Digits(ReadOnlySpan<byte> text)
    {
        int count = 0;
        while (count < text.Length && text[count] is >= (byte)'0' and <= (byte)'9')
        {
            count++;
        }

        return count;
    }
}
