using System;
using System.Threading.Tasks;
using Observe;

namespace Cases.TypeKinds;

public partial struct Counter
{
    private int _count;

    [Step]
    public partial int Increment(int by);

    private int IncrementCore(int by) => _count += by;

    [Step]
    public readonly partial int Peek();

    private readonly int PeekCore() => _count;
}

public readonly partial struct Money(decimal amount)
{
    public decimal Amount { get; } = amount;

    [Step]
    public partial Money Plus(Money other);

    private Money PlusCore(Money other) => new(Amount + other.Amount);
}

public ref partial struct Lexer
{
    private ReadOnlySpan<char> _rest;

    public Lexer(ReadOnlySpan<char> text) => _rest = text;

    [Step]
    public partial bool TryRead(out char character);

    private bool TryReadCore(out char character)
    {
        character = _rest.IsEmpty ? '\0' : _rest[0];
        _rest = _rest.IsEmpty ? _rest : _rest[1..];
        return character != '\0';
    }
}

public partial record Point(int X, int Y)
{
    [Step]
    public partial Point Move(int dx, int dy);

    private Point MoveCore(int dx, int dy) => this with { X = X + dx, Y = Y + dy };
}

public readonly partial record struct Size(int Width, int Height)
{
    [Step]
    public partial int Area();

    private int AreaCore() => Width * Height;
}

public abstract partial class Agent
{
    [Observe]
    public partial Task<string> RunAsync(string input);

    protected abstract Task<string> RunCoreAsync(string input);

    [Step]
    protected internal virtual partial string Ask(string question);

    private string AskCore(string question) => question + "?";

    [Step]
    private protected partial int Secret();

    private int SecretCore() => 42;

    public int Tell() => Secret();
}

public partial class PoliteAgent : Agent
{
    protected override Task<string> RunCoreAsync(string input) => Task.FromResult(Ask(input));

    [Step("ask_politely")]
    protected internal sealed override partial string Ask(string question);

    private string AskCore(string question) => "please, " + base.Ask(question);

    [Step]
    public virtual partial T Convert<T>(T value) where T : class;

    private T ConvertCore<T>(T value) where T : class => value;
}

public partial class RudeAgent : PoliteAgent
{
    [Step]
    public new partial int Tell();

    private int TellCore() => base.Tell() + 1;

    [Step]
    public override partial T Convert<T>(T value) where T : class;

    private T ConvertCore<T>(T value) where T : class => value;
}

public partial interface ITool
{
    public string Name => "tool";

    [ToolCall]
    public partial string Call(string input);

    private string CallCore(string input) => $"{Name}({input})";
}

public interface ISearch
{
    Task<int> SearchAsync(string query);
}

public sealed partial class Search : ISearch, ITool
{
    [ToolCall]
    public partial Task<int> SearchAsync(string query);

    private static Task<int> SearchCoreAsync(string query) => Task.FromResult(query.Length);
}

public static partial class TextExtensions
{
    [Step]
    public static partial string Shout(this string text, int times = 1);

    private static string ShoutCore(string text, int times) => text.ToUpperInvariant() + new string('!', times);

    [Step]
    public static partial void Reset(this ref Counter counter);

    private static void ResetCore(ref Counter counter) => counter = default;
}
