using System.Text;

namespace Observe.Behaviour.Tests;

internal static class TraceAssertions
{
    /// <summary>The scopes of a run as an indented outline, siblings ordered by name, so that one text shows all parents.</summary>
    public static string Outline(this RunTrace run)
    {
        StringBuilder text = new();
        Append(0, 0);
        return text.ToString().TrimEnd();

        void Append(int parentId, int depth)
        {
            foreach (ScopeTrace scope in run.ChildrenOf(parentId).OrderBy(scope => scope.Name, StringComparer.Ordinal).ThenBy(scope => scope.Id))
            {
                text.Append(' ', depth * 2).Append(scope.Name).AppendLine(scope.Outcome == Outcome.Ok ? "" : $" {scope.Outcome}");
                Append(scope.Id, depth + 1);
            }
        }
    }

    public static ScopeTrace Scope(this RunTrace run, string name) => Assert.Single(run.Scopes, scope => scope.Name == name);
}
