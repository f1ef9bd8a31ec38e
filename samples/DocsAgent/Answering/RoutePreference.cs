using Docs.Reading;
using Docs.Searching;

namespace Docs.Answering;

/// <summary>How much better a block answers because it has the form that the route wants.</summary>
internal static class RoutePreference
{
    public static double For(Route route, Block block, Query query, bool explainsHeading) => route switch
    {
        Route.HowTo when block.Kind is BlockKind.Code or BlockKind.NumberedSteps => 1.2,
        not Route.HowTo when block.Kind is BlockKind.Code => 0.85,
        Route.Definition when explainsHeading || DefiningSentence.Find(block.Text, query) is not null => 1.6,
        Route.Lookup when block.Kind is BlockKind.TableRow or BlockKind.ListEntry => 1.2,
        Route.Lookup when block.Text.Any(char.IsDigit) => 1.1,
        _ => 1,
    };
}
