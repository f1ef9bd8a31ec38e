namespace Observe.Tests.Documents;

/// <summary>A test that reads the sources of the repository. Where they are not, it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SourceFactAttribute : FactAttribute
{
    public SourceFactAttribute()
    {
        if (!Directory.Exists(Sources.Repository) || !File.Exists(Sources.PathOf("Observe.Generators.sln")))
        {
            Skip = $"The sources that these tests were built from are not in {Sources.Repository}.";
        }
    }
}
