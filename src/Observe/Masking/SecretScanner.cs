using System.Buffers;
using System.Numerics;

namespace Observe.Masking;

/// <summary>
/// Walks once over a UTF-8 text, from one byte that a secret cannot be without to the next. At each of them the detectors look back and
/// forward over a bounded neighbourhood, or over a stretch that is remembered, so that the time grows with the length of any text, also
/// of one that is made to be slow. There are no regular expressions here because their engine would make every native program larger by
/// 180 kB; the tests compare with them.
/// </summary>
internal ref struct SecretScanner
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly SecretKinds _kinds;
    private readonly ref SecretSpans _found;
    private TokenRun _token;
    private AssignedValue _value;
    private int _userStart;
    private int _userEnd;
    private int _webTokenEnd;
    private int _privateKeyEnd;

    public SecretScanner(ReadOnlySpan<byte> text, SecretKinds kinds, ref SecretSpans found)
    {
        _text = text;
        _kinds = kinds;
        _found = ref found;
    }

    private const SecretKinds Numbers = SecretKinds.CreditCard | SecretKinds.SocialSecurityNumber | SecretKinds.Phone;
    private const SecretKinds Assigned = SecretKinds.Password | SecretKinds.ApiKey | SecretKinds.Secret | SecretKinds.Token;

    /// <summary>The bytes at which secrets of these kinds are looked for.</summary>
    public static SearchValues<byte> TriggersOf(SecretKinds kinds)
    {
        string triggers = ((kinds & SecretKinds.Email) != 0 ? "@%" : "")
            + ((kinds & Numbers) != 0 ? "0123456789%\\" : "")
            + ((kinds & Assigned) != 0 ? ":=%" : "")
            + ((kinds & (SecretKinds.Token | SecretKinds.GitHubToken)) != 0 ? "_-" : "")
            + ((kinds & (SecretKinds.Token | SecretKinds.AwsKey)) != 0 ? "A" : "")
            + ((kinds & (SecretKinds.Token | SecretKinds.PrivateKey)) != 0 ? "B" : "")
            + ((kinds & SecretKinds.JsonWebToken) != 0 ? "J" : "");
        return SearchValues.Create(System.Text.Encoding.ASCII.GetBytes(triggers));
    }

    public void Scan(SearchValues<byte> triggers)
    {
        int at = 0;
        while (true)
        {
            int next = _text[at..].IndexOfAny(triggers);
            if (next < 0)
            {
                return;
            }

            at = Examine(at + next);
        }
    }

    /// <returns>Where to go on.</returns>
    private int Examine(int at)
    {
        switch (_text[at])
        {
            case (byte)'@':
                Email(at, at + 1);
                return at + 1;
            case (byte)'%':
                return Percent(at);
            case (byte)'\\':
                return at + TextEdges.EscapeLength(_text, at);
            case (byte)':':
                Url(at);
                Assignment(at, at + 1);
                return at + 1;
            case (byte)'=':
                Assignment(at, at + 1);
                return at + 1;
            case (byte)'_' or (byte)'-':
                Token(at);
                return at + 1;
            case (byte)'A':
                KeyOfA(at);
                return at + 1;
            case (byte)'B':
                PrivateKeyAt(at);
                Report(SecretKinds.Token, at + BearerToken.SchemeLength, BearerToken.EndAt(_text, at));
                return at + 1;
            case (byte)'J':
                WebTokenAt(at - 2);
                return at + 1;
            default:
                return Number(at);
        }
    }

    private int Number(int at)
    {
        int end = at + TextEdges.DigitCount(_text, at, int.MaxValue);
        if (end - at <= 19 && TextEdges.IsStart(_text, at))
        {
            Report(SecretKinds.CreditCard, at, CardNumber.EndAt(_text, at, end));
            if (end - at == 3)
            {
                Report(SecretKinds.SocialSecurityNumber, at, SocialSecurity.EndAt(_text, at));
            }

            int phone = PhoneNumber.EndAt(_text, at, end, out int from);
            Report(SecretKinds.Phone, from, phone);
        }

        // No number begins within a word.
        while (TextEdges.IsWordByteAt(_text, end))
        {
            end++;
        }

        return end;
    }

    private int Percent(int at)
    {
        int length = TextEdges.EscapeLength(_text, at);
        if (length == 3)
        {
            // It may also be a plain percent sign before a number or word.
            if (TextEdges.IsDigit(_text, at + 1) || _text[at + 1] == 'B')
            {
                Examine(at + 1);
            }

            switch ((_text[at + 1], _text[at + 2] | 0x20))
            {
                case ((byte)'4', '0' | 0x20):
                    Email(at, at + length);
                    break;
                case ((byte)'3', 'a' or 'd'):
                    Assignment(at, at + length);
                    break;
                default:
                    break;
            }
        }

        return at + length;
    }

    private void Email(int at, int domain)
    {
        if ((_kinds & SecretKinds.Email) != 0 && (at < _userStart || at > _userEnd))
        {
            int end = EmailAddress.EndAt(_text, at, domain, out int start);
            Report(SecretKinds.Email, start, end);
        }
    }

    private void Url(int at)
    {
        if ((_kinds & SecretKinds.Password) != 0 && _text[at..].StartsWith("://"u8))
        {
            int start = UrlPassword.StartAt(_text, at + 3, out int end);
            if (start >= 0)
            {
                Report(SecretKinds.Password, start, end);
                (_userStart, _userEnd) = (start, end); // password and host together are no e-mail address
            }
        }
    }

    private void Assignment(int sign, int from)
    {
        SecretKinds kind = AssignedSecret.Find(_text, sign, from, ref _value, out int start, out int end);
        if (kind != SecretKinds.None)
        {
            Report(kind, start, end);
        }
    }

    private void Token(int at)
    {
        TokenShape shape = TokenPrefix.Find(_text, at, out int start, out SecretKinds kind);
        if (shape == TokenShape.None)
        {
            return;
        }

        int from = at + 1;
        _token.MoveTo(_text, from);
        int length = _token.End - from;
        bool isToken = shape switch
        {
            TokenShape.Any => length >= 10,
            TokenShape.Mixed => length >= 16 && (_token.HasDigitFrom(from) || _token.HasLongWordFrom(from)),
            _ => _token.HasLongWordFrom(from),
        };
        if (isToken || (length >= 4 && SecretMarks.IsCutAt(_text, _token.End)))
        {
            Report(kind, start, _token.End);
        }
    }

    private void KeyOfA(int at)
    {
        if (_text[at..].StartsWith("AIza"u8) && TextEdges.IsStart(_text, at))
        {
            const int LeastGoogleDigits = 30;
            _token.MoveTo(_text, at + 4);
            if (_token.End - at - 4 >= LeastGoogleDigits || (_token.End >= at + 8 && SecretMarks.IsCutAt(_text, _token.End)))
            {
                Report(SecretKinds.Token, at, _token.End);
            }
        }
        else
        {
            Report(SecretKinds.AwsKey, at, AwsKey.EndAt(_text, at));
        }
    }

    private void PrivateKeyAt(int at)
    {
        if ((_kinds & SecretKinds.PrivateKey) != 0 && at >= _privateKeyEnd)
        {
            int end = PrivateKeyBlock.EndAt(_text, at);
            Report(SecretKinds.PrivateKey, at - 5, end);
            _privateKeyEnd = Math.Max(end, 0);
        }
    }

    private void WebTokenAt(int start)
    {
        if (start >= _webTokenEnd && _text[start..].StartsWith("eyJ"u8) && TextEdges.IsStart(_text, start))
        {
            _token.MoveTo(_text, start);
            int end = WebToken.EndAt(_text, start, _token.End);
            if (end >= 0)
            {
                _webTokenEnd = end;
                Report(SecretKinds.JsonWebToken, start, end);
            }
        }
    }

    private readonly void Report(SecretKinds kind, int start, int end)
    {
        if (end >= 0 && (_kinds & kind) != 0)
        {
            _found.Add(start, end, BitOperations.TrailingZeroCount((int)kind));
        }
    }
}
