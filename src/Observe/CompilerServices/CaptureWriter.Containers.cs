using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Observe.Capturing;

namespace Observe.CompilerServices;

public sealed partial class CaptureWriter
{
    /// <summary>
    /// Begins an object. False when there is nothing to walk: it is null, contains itself, lies too deep or finds no room;
    /// a mark that says so has then been written.
    /// </summary>
    /// <param name="reference">The object.</param>
    public bool BeginObject([NotNullWhen(true)] object? reference)
    {
        if (reference is null)
        {
            WriteNull();
            return false;
        }

        for (int depth = _depth; depth > 0; depth--)
        {
            if (ReferenceEquals(_levels[depth].Reference, reference))
            {
                WriteMark(CaptureMarks.Cycle, CborByte.True);
                return false;
            }
        }

        return Begin(CborByte.OpenMap, reference);
    }

    /// <summary>Begins a struct or tuple. False when it lies too deep or finds no room.</summary>
    public bool BeginStruct() => Begin(CborByte.OpenMap, null);

    /// <summary>Writes the elements of a collection that is already there. A sequence that would be computed is named, not walked.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="items">The collection.</param>
    /// <param name="write">Writes one element.</param>
    public void WriteSequence<T>(IEnumerable<T>? items, CaptureValue<T> write)
    {
        switch (items)
        {
            case null:
                WriteNull();
                break;
            case T[] array when array.GetType() == typeof(T[]):
                WriteSpan(array, array, write);
                break;
            case List<T> list when list.GetType() == typeof(List<T>):
                WriteSpan(list, CollectionsMarshal.AsSpan(list), write);
                break;
            case ImmutableArray<T> { IsDefault: true }:
                WriteNull();
                break;
            case ICollection<T> or IReadOnlyCollection<T>:
                WriteCollection(items, write);
                break;
            default:
                WriteNamed(items.GetType().Name);
                break;
        }
    }

    /// <summary>Writes the entries of a dictionary.</summary>
    /// <typeparam name="TKey">Type of the keys.</typeparam>
    /// <typeparam name="TValue">Type of the values.</typeparam>
    /// <param name="entries">The dictionary.</param>
    /// <param name="key">Writes one key.</param>
    /// <param name="value">Writes one value.</param>
    public void WriteDictionary<TKey, TValue>(
        IEnumerable<KeyValuePair<TKey, TValue>>? entries, CaptureValue<TKey> key, CaptureValue<TValue> value)
    {
        if (entries is not null and not (ICollection<KeyValuePair<TKey, TValue>> or IReadOnlyCollection<KeyValuePair<TKey, TValue>>))
        {
            WriteNamed(entries.GetType().Name);
            return;
        }

        if (!BeginObject(entries))
        {
            return;
        }

        int depth = _depth;
        try
        {
            int count = 0;
            foreach ((TKey entryKey, TValue entryValue) in entries)
            {
                if (++count > _options.MaxItems)
                {
                    _levels[depth].Omitted += CountBehind(entries, count);
                    break;
                }

                int before = _position;
                _levels[depth].MemberStart = before;
                key(this, entryKey);
                if (_position == before)
                {
                    continue; // no room for the key: already counted as left out
                }

                value(this, entryValue);
                _levels[depth].MemberStart = _position; // should the next step throw, this entry is whole
            }
        }
        catch (Exception exception)
        {
            _depth = depth;
            Failed(exception);
        }

        EndObject();
    }

    private void WriteSpan<T>(object reference, ReadOnlySpan<T> items, CaptureValue<T> write)
    {
        if (!BeginArray(reference))
        {
            return;
        }

        int depth = _depth;
        int whole = _position;
        int count = Math.Min(items.Length, _options.MaxItems);
        try
        {
            for (int i = 0; i < count; i++)
            {
                write(this, items[i]);
                whole = _position;
            }

            _levels[depth].Omitted += items.Length - count;
        }
        catch (Exception exception)
        {
            PutErrorMark(whole, depth, exception);
        }

        Pop();
    }

    private void WriteCollection<T>(IEnumerable<T> items, CaptureValue<T> write)
    {
        if (!BeginArray(items))
        {
            return;
        }

        int depth = _depth;
        int whole = _position;
        try
        {
            int count = 0;
            foreach (T item in items)
            {
                if (++count > _options.MaxItems)
                {
                    _levels[depth].Omitted += CountBehind(items, count);
                    break;
                }

                write(this, item);
                whole = _position;
            }
        }
        catch (Exception exception)
        {
            // The collection changed under us, or its own code threw: keep what was written and say so.
            PutErrorMark(whole, depth, exception);
        }

        Pop();
    }

    /// <summary>How many elements there are from this one on: asked, not walked, for there may be millions.</summary>
    private static int CountBehind<T>(IEnumerable<T> items, int reached)
    {
        int count = items is ICollection<T> collection ? collection.Count : ((IReadOnlyCollection<T>)items).Count;
        return Math.Max(count - reached, 0) + 1;
    }

    private bool BeginArray(object reference)
    {
        for (int depth = _depth; depth > 0; depth--)
        {
            if (ReferenceEquals(_levels[depth].Reference, reference))
            {
                WriteMark(CaptureMarks.Cycle, CborByte.True);
                return false;
            }
        }

        if (!Begin(CborByte.OpenArray, reference))
        {
            return false;
        }

        _levels[_depth].IsMap = false;
        return true;
    }

    private bool Begin(byte opening, object? reference)
    {
        // Level 1 holds the arguments, so the first object of a call is on level 2 or, as a result, on level 1.
        if (_depth > _options.MaxDepth)
        {
            WriteMark(CaptureMarks.Depth, CborByte.True);
            return false;
        }

        if (!TryReserve(1 + ClosingBytes))
        {
            return false;
        }

        _buffer[_position++] = opening;
        Push(reference);
        return true;
    }

    private void WriteMark(ReadOnlySpan<byte> key, byte value)
    {
        if (TryReserve(key.Length + 3))
        {
            _buffer[_position++] = CborMajor.Map | 1;
            WriteText(key);
            _buffer[_position++] = value;
        }
    }

    /// <summary>Puts a mark in the place of a value that threw while it was written.</summary>
    private void PutErrorMark(int position, int depth, Exception exception)
    {
        _position = position;
        _depth = depth;
        _skipNext = false;
        WriteErrorMark(exception);
    }

    private void WriteErrorMark(Exception exception)
    {
        string name = exception.GetType().Name;
        if (TryReserve(CaptureMarks.Error.Length + (name.Length * 3) + 8))
        {
            _buffer[_position++] = CborMajor.Map | 1;
            WriteText(CaptureMarks.Error);
            WriteWholeText(name);
        }
    }
}
