namespace Observe;

/// <summary>What an input is made of.</summary>
[Flags]
public enum InputTypes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Texts.</summary>
    Text = 1,

    /// <summary>Numbers, truth values, times, objects and lists; texts as arguments or members too.</summary>
    Json = 2,

    /// <summary>Bytes.</summary>
    Binary = 4,

    /// <summary>Anything.</summary>
    All = Text | Json | Binary,
}
