using System.Globalization;
using System.Runtime.CompilerServices;
using Observe.Generators.Tests.Fuzzing;

namespace Observe.Generators.Tests.Editing;

/// <summary>A driver lives as long as the editor; it keeps what it needs for the next keystroke and nothing of the former ones.</summary>
[Collection("alone")]
public sealed class MemoryTests
{
    private const long MostGrowth = 3 * 1024 * 1024;

    private static readonly int s_edits = FuzzSize.IsSmall ? 1_500 : 10_000;

    private static readonly string[] s_signatures =
    [
        "int Add(int left, Money price)", "long Add(long left, Money price)", "Task<int> AddAsync(Money price)", "Money Add(Money price, string text = \"\")",
        "void Add(Money price)", "IAsyncEnumerable<Money> AddAsync(Money price)", "Money[] Add(List<Money> price)", "int Missing(Money price)",
    ];

    [Fact]
    public void Ten_thousand_edits_leave_nothing_behind()
    {
        Editor editor = new(Text(0), ("Other.cs", "namespace Shop; public sealed record Money(decimal Amount, string Currency);"));
        WeakReference early = Edit(editor, 0, s_edits / 10);
        long before = Living();

        Edit(editor, s_edits / 10, s_edits);
        long growth = Living() - before;

        Assert.False(early.IsAlive);
        Assert.True(growth < MostGrowth, string.Create(CultureInfo.InvariantCulture, $"{growth} bytes after {s_edits} edits"));
        GC.KeepAlive(editor);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Edit(Editor editor, int from, int to)
    {
        WeakReference? compilation = null;
        for (int number = from; number < to; number++)
        {
            editor.Type(Text(number));
            editor.Generate();
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
