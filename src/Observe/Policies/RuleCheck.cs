using System.Globalization;
using System.Text;

namespace Observe.Policies;

/// <summary>What the constructors of policies check about rules that are set in code.</summary>
internal static class RuleCheck
{
    /// <summary>The action, when it is one of these.</summary>
    public static PolicyAction Action(PolicyAction action, string rule, params ReadOnlySpan<PolicyAction> allowed)
    {
        StringBuilder words = new();
        foreach (PolicyAction word in allowed)
        {
            if (word == action)
            {
                return action;
            }

            words.Append(words.Length == 0 ? "" : ", ").Append(word);
        }

        throw new ArgumentException($"{rule} cannot be {action}: choose one of {words}.", nameof(action));
    }

    /// <summary>Fails when a number is there and lies outside.</summary>
    public static void Between(decimal least, decimal? value, decimal most, string rule)
    {
        if (value < least || value > most)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{rule} is {value}: it must be from {least} to {most}."), nameof(value));
        }
    }

    /// <summary>Fails when a number is there and is too small.</summary>
    public static void AtLeast(decimal least, decimal? value, string rule)
    {
        if (value < least)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{rule} is {value}: it must be at least {least}."), nameof(value));
        }
    }

    /// <summary>Fails when a number is there and is not from 0 to 1.</summary>
    public static void Share(double? value, string rule)
    {
        if (value is not (null or >= 0 and <= 1))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{rule} is {value}: it must be from 0 to 1."), nameof(value));
        }
    }
}
