using System.Text.Json;
using Observe.Policies.Files;

namespace Observe.Policies.Remote;

/// <summary>What an answer says is to be done.</summary>
/// <param name="Action">The action.</param>
/// <param name="Unknown">The word in place of a known action, or null.</param>
internal readonly record struct DecisionWord(PolicyAction Action, string? Unknown = null)
{
    private const int LongestWord = 100;

    /// <summary>Finds the more severe of <c>action</c> and <c>decision</c>.</summary>
    /// <param name="answer">An object.</param>
    /// <param name="onFailure">What an unknown word counts as.</param>
    /// <param name="found">The word; null when the answer has neither.</param>
    /// <returns>False when one of them is no word at all.</returns>
    public static bool TryFind(JsonElement answer, PolicyFailure onFailure, out DecisionWord? found)
    {
        found = null;
        foreach (JsonProperty member in answer.EnumerateObject())
        {
            if ((!member.NameEquals("action"u8) && !member.NameEquals("decision"u8)) || member.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            DecisionWord? word = member.Value.ValueKind == JsonValueKind.String ? Of(member.Value.GetString()!, onFailure) : null;
            if (word is null)
            {
                return false;
            }

            found = found is null || word.Value.Action > found.Value.Action ? word : found;
        }

        return true;
    }

    /// <summary>A word; an unknown one counts as the setting for failures says. Null when there is none.</summary>
    public static DecisionWord? Of(string word, PolicyFailure onFailure)
    {
        word = word.Trim();
        if (word.Length == 0)
        {
            return null;
        }

        if (ActionWords.Find(word) is { } action)
        {
            return new DecisionWord(action);
        }

        string kept = word.Length <= LongestWord ? word : word[..LongestWord];
        return new DecisionWord(onFailure == PolicyFailure.Open ? PolicyAction.Warn : PolicyAction.Block, kept);
    }

    public static DecisionWord MoreSevere(DecisionWord? word, PolicyAction action) =>
        word is { } known && known.Action >= action ? known : new DecisionWord(action);
}
