using Microsoft.CodeAnalysis;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>Chooses names for the locals of generated methods.</summary>
internal static class LocalNamesParser
{
    public static LocalNames Of(IMethodSymbol method, ReturnShape shape, Retry? retry)
    {
        HashSet<string> taken = [.. method.ParameterNames(), retry?.Fallback?.Split('<')[0] ?? ""];
        string pending = shape switch
        {
            ReturnShape.AsyncStream => "stream",
            ReturnShape.Sequence => "sequence",
            _ => "task",
        };
        return new LocalNames
        {
            Call = Free("call"),
            Arguments = Free("arguments"),
            Pending = Free(pending),
            Exception = Free("exception"),
            Report = Free("report"),
            Conversation = Free("conversation"),
            Message = Free("message"),
            Admission = Free("admission"),
            Run = Free("run"),
            Enumeration = Free("enumeration"),
            Item = Free("item"),
            Retry = Free("retry"),
            Result = Free("result"),
        };

        string Free(string name) => taken.Contains(name) ? Free(name + "_") : name;
    }
}
