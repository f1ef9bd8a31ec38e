using System.ComponentModel;

namespace Observe.CompilerServices;

/// <summary>Writes one value of a call into the record. Generated code passes these.</summary>
/// <typeparam name="T">Static type of the value.</typeparam>
/// <param name="writer">Where to write.</param>
/// <param name="value">What to write.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void CaptureValue<in T>(CaptureWriter writer, T value);
