namespace Observe;

/// <summary>Defaults for every observed method of the assembly; an attribute on the method wins.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ObserveDefaultsAttribute : Attribute
{
    /// <summary>Which values of a call are recorded where the method's own attribute does not say. Default: both.</summary>
    public CaptureMode Capture { get; set; }
}
