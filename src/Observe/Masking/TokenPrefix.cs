namespace Observe.Masking;

/// <summary>
/// Knows the prefixes that services put before their tokens, as their documentation shows them. All but one end in a dash or an
/// underscore, so that is where they are looked for.
/// </summary>
internal static class TokenPrefix
{
    private const int Longest = 11;

    /// <summary>Finds the prefix that ends with the byte at <paramref name="last"/>, a dash or an underscore.</summary>
    public static TokenShape Find(ReadOnlySpan<byte> text, int last, out int start, out SecretKinds kind)
    {
        kind = SecretKinds.Token;
        start = Math.Max(0, last + 1 - Longest);
        ReadOnlySpan<byte> head = text[start..(last + 1)];
        int length = LengthOf(head, out TokenShape shape, ref kind);
        start = last + 1 - length;
        return length > 0 && TextEdges.IsStart(text, start) ? shape : TokenShape.None;
    }

    private static int LengthOf(ReadOnlySpan<byte> head, out TokenShape shape, ref SecretKinds kind)
    {
        shape = TokenShape.Any;
        switch (head.Length < 3 ? 0 : head[^2])
        {
            case (byte)'k':
                return OfK(head, out shape);
            case (byte)'t':
                return OfT(head, ref kind);
            case (byte)'e':
                return head.EndsWith("sk_live_"u8) || head.EndsWith("pk_live_"u8) || head.EndsWith("rk_live_"u8) ? 8
                    : OfOneLetter(head, ref kind);
            case (byte)'c':
                return head.EndsWith("whsec_"u8) ? 6 : 0;
            case (byte)'i':
                shape = head.EndsWith("xai-"u8) ? TokenShape.Mixed : TokenShape.Any;
                return head.EndsWith("xai-"u8) ? 4 : head.EndsWith("pypi-"u8) ? 5 : 0;
            case (byte)'x':
                shape = TokenShape.Mixed;
                return head.EndsWith("pplx-"u8) ? 5 : 0;
            case (byte)'m':
                shape = TokenShape.LongWord;
                return head.EndsWith("npm_"u8) ? 4 : 0;
            case (byte)'f':
                shape = TokenShape.LongWord;
                return head.EndsWith("hf_"u8) ? 3 : 0;
            default:
                return OfOneLetter(head, ref kind);
        }
    }

    private static int OfK(ReadOnlySpan<byte> head, out TokenShape shape)
    {
        if (head.EndsWith("sk-"u8))
        {
            shape = TokenShape.Mixed; // OpenAI, Anthropic and others
            return 3;
        }

        shape = TokenShape.LongWord;
        return head.EndsWith("gsk_"u8) ? 4 : head.EndsWith("sk_"u8) || head.EndsWith("pk_"u8) || head.EndsWith("rk_"u8) ? 3 : 0;
    }

    private static int OfT(ReadOnlySpan<byte> head, ref SecretKinds kind)
    {
        if (head.EndsWith("github_pat_"u8))
        {
            kind = SecretKinds.GitHubToken;
            return 11;
        }

        if (head.EndsWith("sk_test_"u8) || head.EndsWith("pk_test_"u8) || head.EndsWith("rk_test_"u8))
        {
            return 8;
        }

        return head.EndsWith("glpat-"u8) || head.EndsWith("shpat_"u8) ? 6 : head.EndsWith("dckr_pat_"u8) ? 9 : 0;
    }

    // ghp_, gho_, ghu_, ghs_, ghr_ and xoxa-, xoxb-, xoxe-, xoxo-, xoxp-, xoxr-, xoxs-.
    private static int OfOneLetter(ReadOnlySpan<byte> head, ref SecretKinds kind)
    {
        if (head.Length < 4)
        {
            return 0;
        }

        if (head[^1] == '_' && head[^4..^2].SequenceEqual("gh"u8)
            && head[^2] is (byte)'p' or (byte)'o' or (byte)'u' or (byte)'s' or (byte)'r')
        {
            kind = SecretKinds.GitHubToken;
            return 4;
        }

        bool isSlack = head.Length >= 5 && head[^1] == '-' && head[^5..^2].SequenceEqual("xox"u8)
            && head[^2] is (byte)'a' or (byte)'b' or (byte)'e' or (byte)'o' or (byte)'p' or (byte)'r' or (byte)'s';
        return isSlack ? 5 : 0;
    }
}
