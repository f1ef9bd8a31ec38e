using System.Runtime.CompilerServices;
using Docs.Answering;

namespace Docs;

/// <summary>Answers several questions at once and hands out the answers in the order of the questions.</summary>
internal static class QuestionBatch
{
    public static async IAsyncEnumerable<Answer> AnswerAsync(
        IReadOnlyList<string> questions,
        int parallel,
        Func<string, CancellationToken, Task<Answer>> answer,
        [EnumeratorCancellation] CancellationToken ct)
    {
        Queue<Task<Answer>> running = new(parallel);
        try
        {
            foreach (string question in questions)
            {
                if (running.Count == parallel)
                {
                    yield return await running.Dequeue();
                }

                // Searching takes a processor, not waiting: without Task.Run the questions would take turns.
                running.Enqueue(Task.Run(() => answer(question, ct), ct));
            }

            while (running.TryDequeue(out Task<Answer>? next))
            {
                yield return await next;
            }
        }
        finally
        {
            // After a failure or Ctrl+C the others are still at work; their traces must end before the observer does.
            Task rest = Task.WhenAll(running);
            await rest.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
