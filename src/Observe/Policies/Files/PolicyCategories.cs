namespace Observe.Policies.Files;

/// <summary>Makes policies by their category: those that come with the library and those that were added.</summary>
internal sealed class PolicyCategories(Dictionary<string, Func<PolicyDefinition, IPolicy>> added)
{
    private readonly Dictionary<string, Func<PolicyDefinition, IPolicy>> _added = new(added);

    public bool Has(string category) => _added.ContainsKey(category) || Array.IndexOf(CategoryNames.BuiltIn, category) >= 0;

    /// <summary>All categories, for messages.</summary>
    public string Known
    {
        get
        {
            string[] known = [.. CategoryNames.BuiltIn, .. _added.Keys];
            Array.Sort(known, StringComparer.Ordinal);
            return string.Join(", ", known);
        }
    }

    /// <summary>Makes the policy of a definition whose category is known.</summary>
    /// <exception cref="PolicyFileException">The rules are wrong, or code of somebody else could not make the policy.</exception>
    public IPolicy Create(PolicyDefinition definition)
    {
        try
        {
            IPolicy? policy = _added.TryGetValue(definition.Category, out Func<PolicyDefinition, IPolicy>? create)
                ? create(definition)
                : BuiltInCategories.Create(definition);
            string given = policy is null ? "no policy" : $"a policy with the name \"{policy.Name}\"; it must be \"{definition.Name}\"";
            return policy?.Name == definition.Name ? policy : throw Wrong(definition, $"gave {given}");
        }
        catch (ArgumentException exception)
        {
            throw definition.Rules.Source.Wrong(WithoutParameter(exception), exception);
        }
        catch (Exception exception) when (exception is not PolicyFileException)
        {
            throw Wrong(definition, $"failed with {exception.GetType().Name}: {exception.Message}", exception);
        }
    }

    private static PolicyFileException Wrong(PolicyDefinition definition, string problem, Exception? inner = null) =>
        definition.Rules.Source.Wrong($"the category \"{definition.Category}\" {problem}", inner);

    /// <summary>The message without the name of a parameter, which nobody who writes a file has seen.</summary>
    private static string WithoutParameter(ArgumentException exception)
    {
        int parameter = exception.Message.IndexOf($" (Parameter '{exception.ParamName}')", StringComparison.Ordinal);
        return parameter < 0 ? exception.Message : exception.Message.Remove(parameter, $" (Parameter '{exception.ParamName}')".Length);
    }
}
