using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Observe;

namespace Cases.Lifecycle;

[Experimental("CASE001")]
public sealed record Preview(int Number);

public sealed class Settings
{
    [Obsolete("use Name")]
    public string Title => Name;

    [Obsolete("gone", error: true)]
    public string Gone => Name;

    public string Name { get; init; } = "";

    [Experimental("CASE002")]
    public int Limit { get; init; }

    public string Reflected
    {
        [RequiresUnreferencedCode("reflects")]
        get => GetType().Name;
    }
}

public enum State
{
    On,
    [Obsolete("use On")]
    Started,
    [Obsolete("gone", error: true)]
    Gone,
}

#pragma warning disable CASE001
public partial class Lifecycle
{
    [Step]
    public partial Preview Try(Preview preview, Settings settings, State state);

    private static Preview TryCore(Preview preview, Settings settings, State state) => preview;

    [Step]
    [DebuggerStepThrough]
    [StackTraceHidden]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public partial int Hidden([DefaultValue(3)] int number);

    private static int HiddenCore(int number) => number;

    [Step]
    [Obsolete("use Try")]
    public partial int Old();

    [Obsolete("use Try")]
    private static int OldCore() => 1;

    [Step]
    [RequiresUnreferencedCode("reflects \"freely\"", Url = "https://example.org")]
    [RequiresDynamicCode("emits")]
    public partial string Reflect();

    [RequiresUnreferencedCode("reflects")]
    [RequiresDynamicCode("emits")]
    private string ReflectCore() => GetType().Name;
}
