#nullable enable
using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using Observe;

namespace Fuzz;

[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class MarkAttribute : Attribute
{
    public MarkAttribute()
    {
    }

    public MarkAttribute(object? value, params string?[] texts) => (Value, Texts) = (value, texts);

    public object? Value { get; }

    public string?[] Texts { get; } = [];

    public Type? Kind { get; set; }

    public DayOfWeek Day { get; set; }
}

/// <summary>Says when it is disposed of.</summary>
public sealed class Resource(string name) : IDisposable, IAsyncDisposable
{
    public void Dispose() => Journal.Note("disposed " + name);

    public ValueTask DisposeAsync()
    {
        Journal.Note("disposed async " + name);
        return default;
    }
}

public enum Colour
{
    Red,
    Green = 5,
    @class = -3,
    Größe = 7,
}

[Flags]
public enum Rights : ulong
{
    None,
    Read = 1,
    Write = 2,
    All = ulong.MaxValue,
}

public enum Tiny : sbyte
{
    Low = -128,
    High = 127,
}

public interface IMarker;

public interface ISelf<T>
    where T : ISelf<T>;

public sealed class Self : ISelf<Self>, IMarker;

public interface IShape<out T>
{
    T Value { get; }
}

public class Widget : IMarker, IDisposable
{
    public int Number { get; set; } = 3;

    public string Failing => throw new InvalidOperationException("getter");

    public void Dispose() => Journal.Note("disposed widget");
}

public record Data(int Id, string? Name = null, Data? Parent = null)
{
    public virtual string Kind => "data";
}

public sealed record MoreData(int Id, [property: Sensitive] string Secret) : Data(Id)
{
    public required int Size { get; init; }

    public override string Kind => throw new NotSupportedException("kind");
}

public class Loop
{
    public Loop? Next { get; set; }

    public string Name { get; set; } = "loop";

    public int this[int index] => index;

    [Obsolete("old")]
    public int Old => 1;
}

public readonly record struct Money(decimal Amount, string? Currency);

public struct Point
{
    public int X { get; set; }

    public readonly int Twice => X * 2;

    public int Field;
}

public class Box<T>
{
    public T? Value { get; set; }

    public class Inner<TInner>
    {
        public T? Outer { get; set; }

        public TInner? Value { get; set; }

        public struct Deep;
    }

    public enum Sort
    {
        A,
        B,
    }
}

public static class Outer
{
    public sealed record Nested(string Text);

    public delegate ref readonly int Callback(in int number, params string?[] texts);
}

public ref struct Window
{
    public Span<int> Items;

    public readonly int Length => Items.Length;
}

public sealed class Later
{
    public TaskAwaiter GetAwaiter() => Task.CompletedTask.GetAwaiter();
}

[InterpolatedStringHandler]
public struct Handler(int literalLength, int formattedCount)
{
    public int Length { get; private set; } = literalLength + formattedCount;

    public void AppendLiteral(string text) => Length += text.Length;

    public void AppendFormatted<T>(T value) => Length++;
}

[CollectionBuilder(typeof(BagBuilder), nameof(BagBuilder.Create))]
public sealed class Bag<T> : List<T>;

public static class BagBuilder
{
    public static Bag<T> Create<T>(ReadOnlySpan<T> items)
    {
        Bag<T> bag = [];
        for (int i = 0; i < items.Length; i++)
        {
            bag.Add(items[i]);
        }

        return bag;
    }
}

[Sensitive]
public sealed record Token(string Value);

[NotCaptured]
public sealed class Hidden;

public sealed class Allowing : IPolicy
{
    public string Name => "allowing";

    public string Category => "test";

    public PolicyPoints Points => PolicyPoints.BeforeScope | PolicyPoints.BeforeRun;

    public PolicyResult Evaluate(PolicyContext context) => PolicyResult.Allow;
}

[StructLayout(LayoutKind.Sequential)]
public unsafe struct Raw
{
    public int* Pointer { get; set; }

    public delegate*<int, void> Function;
}

public sealed class Shaped : IShape<Shaped[]>
{
    public Shaped[] Value => [];
}

public static class Names
{
    public const string Constant = nameof(Data);
}
