namespace Observe.Tests.Documents;

public static class JudgedQualityCategory
{
    public static PolicyOptions AddJudgedQuality(
        this PolicyOptions policies, Func<QualityCheck, CancellationToken, ValueTask<double>> judge) =>
        policies.AddCategory("judged-quality", definition =>
            new QualityPolicy(QualityRules.Read(definition.Rules, judge), definition.Name) { Version = definition.Version });
}
