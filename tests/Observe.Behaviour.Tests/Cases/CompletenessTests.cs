using System.Reflection;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class CompletenessTests
{
    [Fact]
    public void Every_case_is_run_by_a_class_of_tests()
    {
        Type[] types = Assembly.GetExecutingAssembly().GetTypes();
        IEnumerable<string> topics = types
            .Select(type => type.Namespace?.Split('.') ?? [])
            .Where(parts => parts is ["Cases", _, ..])
            .Select(parts => parts[1])
            .Distinct();
        IEnumerable<string> tested = types
            .Where(type => type.Namespace == typeof(CompletenessTests).Namespace)
            .Where(type => type.GetMethods().Any(method => method.IsDefined(typeof(FactAttribute))))
            .Select(type => type.Name);

        Assert.NotEmpty(topics);
        Assert.Empty(topics.Select(topic => topic + "Tests").Except(tested));
    }
}
