using System.Text.RegularExpressions;
using Observe.Masking;

namespace Observe;

/// <summary>A kind of secret of your own, as a regular expression: customer numbers, keys of your own services.</summary>
public sealed class SecretPattern
{
    private const int LongestName = 64;

    /// <summary>Makes a pattern.</summary>
    /// <param name="name">
    /// What the mark says: <c>CUSTOMER</c> becomes <c>##CUSTOMER##</c>. 1 to 64 of the characters A to Z, 0 to 9 and the underscore.
    /// </param>
    /// <param name="expression">
    /// What is masked: each match as a whole. It needs <see cref="RegexOptions.NonBacktracking"/> or a match timeout, because recorded text
    /// may be made to be slow. A text on which it exceeds its timeout is masked as a whole.
    /// </param>
    /// <exception cref="ArgumentException">The name has other characters, or the expression may take unbounded time.</exception>
    public SecretPattern(string name, Regex expression)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(expression);
        if (!IsName(name))
        {
            throw new ArgumentException(
                $"\"{name}\" cannot be the name of a pattern: use 1 to {LongestName} of A to Z, 0 to 9 and _, for example CUSTOMER.",
                nameof(name));
        }

        if ((expression.Options & RegexOptions.NonBacktracking) == 0 && expression.MatchTimeout == Regex.InfiniteMatchTimeout)
        {
            throw new ArgumentException(
                $"The pattern {name} (\"{expression}\") may take unbounded time: give it RegexOptions.NonBacktracking or a match timeout.",
                nameof(expression));
        }

        Name = name;
        Expression = expression;
        Mark = SecretMarks.Named(name);
    }

    /// <summary>What the mark says.</summary>
    public string Name { get; }

    /// <summary>What is masked.</summary>
    public Regex Expression { get; }

    internal byte[] Mark { get; }

    private static bool IsName(string name)
    {
        foreach (char character in name)
        {
            if (!char.IsAsciiLetterUpper(character) && !char.IsAsciiDigit(character) && character != '_')
            {
                return false;
            }
        }

        return name.Length is > 0 and <= LongestName;
    }
}
