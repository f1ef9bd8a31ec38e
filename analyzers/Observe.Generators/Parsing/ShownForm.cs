namespace Observe.Generators.Parsing;

/// <summary>How a value is seen in another one.</summary>
internal enum ShownForm
{
    /// <summary>With its type, as it is.</summary>
    Value,

    /// <summary>By its <c>ToString</c>.</summary>
    Text,

    /// <summary>By what <c>JsonSerializer</c> makes of it.</summary>
    Json,
}
