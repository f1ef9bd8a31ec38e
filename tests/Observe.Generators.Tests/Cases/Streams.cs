using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Observe;

namespace Cases.Streams;

public sealed record Token(string Text, int Index);

public partial class Streamer
{
    public List<string> Log { get; } = [];

    [Observe("streamer")]
    public partial IAsyncEnumerable<Token> AnswerAsync(string question, CancellationToken cancellationToken = default);

    private async IAsyncEnumerable<Token> AnswerCoreAsync(string question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            int index = 0;
            await foreach (string word in WordsAsync(question).WithCancellation(cancellationToken))
            {
                yield return new Token(word, index++);
            }
        }
        finally
        {
            Log.Add("answered");
        }
    }

    [Step]
    public partial IAsyncEnumerable<string> WordsAsync(string text);

    private static async IAsyncEnumerable<string> WordsCoreAsync(string text)
    {
        foreach (string word in text.Split(' '))
        {
            await Task.Yield();
            yield return word;
        }
    }

    [Step]
    public partial IEnumerable<int> Count(int to);

    private IEnumerable<int> CountCore(int to)
    {
        for (int i = 1; i <= to; i++)
        {
            Log.Add("count");
            yield return i;
        }
    }

    [Step(Capture = CaptureMode.Arguments)]
    public partial IEnumerable<T> Repeat<T>(T value, int times);

    private static IEnumerable<T> RepeatCore<T>(T value, int times)
    {
        for (int i = 0; i < times; i++)
        {
            yield return value;
        }
    }

    [Step]
    public partial IEnumerable<int> Fail(int after);

    private static IEnumerable<int> FailCore(int after)
    {
        for (int i = 0; i < after; i++)
        {
            yield return i;
        }

        throw new InvalidOperationException("the stream broke");
    }
}
