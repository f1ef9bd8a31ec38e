namespace Docs.Reading;

/// <summary>Why a file was left out.</summary>
public enum SkipReason
{
    Binary,
    TooLarge,
    Empty,
    Unreadable,
}
