using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>Which values of a call are captured: what the attribute says, else the assembly, else all of them.</summary>
internal static class CaptureModes
{
    // The members of Observe.CaptureMode.
    private const int Default = 0;
    private const int Arguments = 2;
    private const int Result = 3;
    private const int All = 4;

    public static (bool Arguments, bool Result) Of(ScopeAttribute scope, Compilation compilation) => Of(scope, compilation.Assembly);

    /// <summary>The same for a method of any assembly: its own defaults count.</summary>
    public static (bool Arguments, bool Result) Of(ScopeAttribute scope, IAssemblySymbol assembly)
    {
        int mode = Read(scope.Data);
        if (mode == Default)
        {
            mode = assembly.FindAttribute(WellKnownNames.Namespace, WellKnownNames.ObserveDefaults) is { } defaults
                ? Read(defaults)
                : All;
        }

        return mode switch
        {
            Default or All => (true, true),
            Arguments => (true, false),
            Result => (false, true),
            _ => (false, false),
        };
    }

    private static int Read(AttributeData attribute) => attribute.NamedArgument("Capture") as int? ?? Default;
}
