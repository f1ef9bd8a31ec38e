using System.ComponentModel;

namespace Observe.CompilerServices;

/// <summary>Reads from a result what a call of a language model used. Written by the compiler for the members of the result's type.</summary>
/// <typeparam name="T">Type of the result, or of one item of a stream.</typeparam>
/// <param name="report">Where to say it.</param>
/// <param name="value">The result.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void LlmReader<in T>(LlmReport report, T value);
