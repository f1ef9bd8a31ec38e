using System.Diagnostics;
using Observe.Generators.Tests.Fuzzing;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Editing;

/// <summary>The next keystroke cancels the work for the last one, at any moment.</summary>
public sealed class CancellationTests
{
    private static readonly TimeSpan s_prompt = TimeSpan.FromSeconds(10); // builds share their machine; a run takes milliseconds

    [Fact]
    public async Task A_cancelled_run_ends_soon_and_the_driver_goes_on()
    {
        string source = Everything();
        Editor reference = new(source);
        reference.Generate();
        Random random = new(5);
        int cancelled = 0;
        for (int round = 0; round < (FuzzSize.IsSmall ? 12 : 500); round++)
        {
            Editor editor = new(source);
            cancelled += await IsCancelledAsync(editor, TimeSpan.FromMicroseconds(random.Next(0, 40_000))) ? 1 : 0;

            editor.Generate();
            Assert.Equal(reference.Written, editor.Written);
        }

        Assert.True(cancelled > 0);
    }

    [Fact]
    public async Task Analysis_that_is_cancelled_ends_soon()
    {
        Editor editor = new(Everything());
        editor.Generate();
        Random random = new(6);
        for (int round = 0; round < (FuzzSize.IsSmall ? 5 : 200); round++)
        {
            using CancellationTokenSource source = new(TimeSpan.FromMilliseconds(random.Next(1, 300)));
            Stopwatch time = Stopwatch.StartNew();
            try
            {
                await editor.AnalyzeAsync(source.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.True(source.IsCancellationRequested);
            }

            Assert.True(time.Elapsed < s_prompt + TimeSpan.FromSeconds(10), $"{time.Elapsed}");
        }
    }

    [Fact]
    public void A_token_that_is_cancelled_already_is_obeyed()
    {
        Editor editor = new(Everything());

        Assert.Throws<OperationCanceledException>(() => editor.Generate(new CancellationToken(true)));
        editor.Generate();
        Assert.NotEmpty(editor.Written);
    }

    private static async Task<bool> IsCancelledAsync(Editor editor, TimeSpan after)
    {
        using CancellationTokenSource source = new();
        Task run = Task.Run(() => editor.Generate(source.Token));
        for (Stopwatch time = Stopwatch.StartNew(); time.Elapsed < after && !run.IsCompleted;)
        {
            await Task.Yield();
        }

        await source.CancelAsync();
        try
        {
            await run.WaitAsync(s_prompt);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    // Many cases in one file: a run that takes long enough to be cancelled in its midst.
    private static string Everything() => string.Join(
        "\n",
        Directory.EnumerateFiles(TestFiles.Cases, "*.cs").Order(StringComparer.Ordinal).Where(static (_, i) => i % 3 == 0).Select(static path => Blocked(File.ReadAllText(path))));

    // Usings inside of a namespace, so that files can stand behind one another.
    private static string Blocked(string source)
    {
        int start = source.IndexOf("namespace ", StringComparison.Ordinal);
        int end = source.IndexOf(';', start);
        bool isFileScoped = end > 0 && !source[start..end].Contains('{', StringComparison.Ordinal);
        return isFileScoped ? $"{source[start..end]}\n{{\n{source[..start]}\n{source[(end + 1)..]}\n}}\n" : "";
    }
}
