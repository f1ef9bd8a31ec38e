using Observe.Policies.Content;

namespace Observe.Policies.Safety;

/// <summary>Looks at texts by the filters of a <see cref="SafetyPolicy"/>.</summary>
internal sealed class SafetyTexts
{
    private readonly bool _findsProfanity;
    private readonly TextMask? _mask;

    public SafetyTexts(SafetyFilters filters)
    {
        SecretKinds kinds = ((filters & SafetyFilters.PersonalData) != 0 ? SecretKinds.PersonalData : SecretKinds.None)
            | ((filters & SafetyFilters.Credentials) != 0 ? SecretKinds.Credentials : SecretKinds.None);
        _findsProfanity = (filters & SafetyFilters.Profanity) != 0;
        _mask = kinds == SecretKinds.None ? null : new TextMask(kinds);
        IsNone = filters == SafetyFilters.None;
    }

    public bool IsNone { get; }

    /// <summary>What was found, for people; null when nothing.</summary>
    public string? Find(RecordedValue value)
    {
        bool hasProfanity = false;
        SecretKinds kinds = SecretKinds.None;
        foreach (string text in IsNone ? [] : value.Texts())
        {
            kinds |= _mask?.Find(text) ?? SecretKinds.None;
            hasProfanity = hasProfanity || (_findsProfanity && ProfaneWords.AreIn(text));
        }

        string found = ContentKinds.WordsOf(kinds);
        return (found.Length, hasProfanity) switch
        {
            (0, false) => null,
            (0, true) => "texts contain profanity",
            (_, false) => $"texts contain {found}",
            _ => $"texts contain {found}, profanity",
        };
    }
}
