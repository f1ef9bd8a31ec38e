using System.Globalization;
using System.Runtime.CompilerServices;
using Observe.Generators.Tests.Fuzzing;

namespace Observe.Generators.Tests.Editing;

/// <summary>A driver lives as long as the editor; it keeps what it needs for the next keystroke and nothing of the former ones.</summary>
[Collection("alone")]
public sealed class MemoryTests
{
    private const long MostGrowth = 1024 * 1024;

    private static readonly int s_edits = FuzzSize.IsSmall ? 1_500 : 10_000;

    private static readonly string[] s_signatures =
    [
        "int Add(int left, Money price)", "long Add(long left, Money price)", "Task<int> AddAsync(Money price)", "Money Add(Money price, string text = \"\")",
        "void Add(Money price)", "IAsyncEnumerable<Money> AddAsync(Money price)", "Money[] Add(List<Money> price)", "int Missing(Money price)",
    ];

    [Fact]
    public void Ten_thousand_edits_leave_nothing_behind()
    {
        // The compiler keeps texts of tokens, so its memory grows with what is typed whether or not there is a generator.
        (long alone, _) = Grow(from: 0, static editor => editor.Compilation.GetDiagnostics());
        (long together, WeakReference early) = Grow(from: s_edits, static editor => editor.Generate());

        Assert.False(early.IsAlive);
        Assert.True(
            together - alone < MostGrowth,
            string.Create(CultureInfo.InvariantCulture, $"{together} bytes after {s_edits} edits, {alone} without the generator"));
    }

    // What comes first fills caches of fixed size; it does not count.
    private static (long Bytes, WeakReference Early) Grow(int from, Action<Editor> afterEdit)
    {
        Editor editor = new(Text(from), ("Other.cs", "namespace Shop; public sealed record Money(decimal Amount, string Currency);"));
        WeakReference early = Edit(editor, from, from + (s_edits / 10), afterEdit);
        long before = Living();
        Edit(editor, from + (s_edits / 10), from + s_edits, afterEdit);
        long after = Living();
        GC.KeepAlive(editor);
        return (after - before, early);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Edit(Editor editor, int from, int to, Action<Editor> afterEdit)
    {
        WeakReference? compilation = null;
        for (int number = from; number < to; number++)
        {
            editor.Type(Text(number));
            afterEdit(editor);
            compilation ??= new WeakReference(editor.Compilation);
        }

        return compilation!;
    }

    private static long Living()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    // Bodies change with every edit, signatures with every third, names come and go.
    private static string Text(int number)
    {
        string signature = s_signatures[number / 3 % s_signatures.Length];
        string core = signature.Contains("Async(", StringComparison.Ordinal)
            ? signature.Replace("Async(", "CoreAsync(", StringComparison.Ordinal)
            : signature.Replace("(", "Core(", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $$"""
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using Observe;

            namespace Shop;

            public partial class Agent
            {
                [{{(number % 5 == 0 ? "Observe" : "Step")}}]
                public partial {{signature}};

                private {{(signature.Contains("Missing", StringComparison.Ordinal) ? "void Wrong()" : core)}} => throw new System.InvalidOperationException("{{number}}");
            }

            public sealed partial class Agent{{number % 40}}
            {
                [ToolCall]
                public partial string Call(string text);

                private string CallCore(string text) => text + "{{number}}";
            }
            """);
    }
}
