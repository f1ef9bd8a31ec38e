using System.Text.Json;

namespace Observe.Policies.Files;

/// <summary>Reads a policy file; finds everything that is wrong in it, not only the first thing.</summary>
internal sealed class PolicyFileReader
{
    private readonly PolicyCategories _categories;
    private readonly IReadOnlyList<FilePolicy> _before;
    private readonly List<FilePolicy> _policies = [];
    private readonly List<PolicyFileException> _problems = [];

    private PolicyFileReader(PolicyCategories categories, IReadOnlyList<FilePolicy> before)
    {
        _categories = categories;
        _before = before;
    }

    /// <summary>The policies of a file, those that are not enabled included.</summary>
    /// <param name="file">The file, as it was named.</param>
    /// <param name="json">What stands in it.</param>
    /// <param name="categories">Who makes policies.</param>
    /// <param name="before">What was read the last time: what has not changed is taken from there.</param>
    /// <exception cref="PolicyFileException">Anything is wrong.</exception>
    public static IReadOnlyList<FilePolicy> Read(
        string file, ReadOnlyMemory<byte> json, PolicyCategories categories, IReadOnlyList<FilePolicy> before)
    {
        PolicyFileReader reader = new(categories, before);
        LocatedJson root = LocatedJsonReader.Read(file, json);
        if (root.Kind == JsonValueKind.Array)
        {
            foreach (LocatedJson item in root.Items)
            {
                reader.Try(() => reader.ReadPolicy(item));
            }
        }
        else
        {
            reader.Try(() => reader.ReadRoot(root));
        }

        if (reader._problems.Count == 0)
        {
            return reader._policies;
        }

        // Unknown members are found later than wrong values above and below them.
        reader._problems.Sort(static (one, other) => one.Line.CompareTo(other.Line));
        throw PolicyFileException.Combine(reader._problems);
    }

    private void ReadRoot(LocatedJson root)
    {
        if (root.Kind != JsonValueKind.Object)
        {
            throw root.Wrong($"{root.Shown} must be an array of policies, or an object with an array \"policies\"");
        }

        PolicyRules members = new(root);
        if (members.Json("policies").ValueKind != JsonValueKind.Array)
        {
            throw members.Wrong("policies", "must be an array of policies");
        }

        foreach (LocatedJson item in root.Find("policies")!.Items)
        {
            Try(() => ReadPolicy(item));
        }

        members.AddUnasked(_problems);
    }

    private void ReadPolicy(LocatedJson item)
    {
        if (item.Kind != JsonValueKind.Object)
        {
            throw item.Wrong($"{item.Shown} must be an object with at least \"name\" and \"category\"");
        }

        PolicyRules members = new(item);
        PolicyDefinition definition = ReadDefinition(members, item);
        PolicyRules? scope = members.Object("scope");
        FilePolicy policy = new(definition, item.Find("name")!, Make(definition))
        {
            Agents = scope?.Texts("agents") ?? [],
            IsEnabled = members.Boolean("enabled", absent: true),
            OnFailure = members.Word("on_failure", "closed", "closed", "open") == "open" ? PolicyFailure.Open : PolicyFailure.Closed,
        };
        members.AddUnasked(_problems);
        foreach (FilePolicy other in _policies)
        {
            if (other.Definition.Name == definition.Name)
            {
                throw policy.NamePlace.Wrong(
                    $"\"{definition.Name}\" is the name of the policy in line {other.NamePlace.Line} too; names must differ");
            }
        }

        _policies.Add(policy);
    }

    private PolicyDefinition ReadDefinition(PolicyRules members, LocatedJson item)
    {
        string category = CategoryNames.Normalize(Needed(members, "category"));
        if (!_categories.Has(category))
        {
            throw members.Wrong("category", $"\"{category}\" is not known; known are {_categories.Known}");
        }

        LocatedJson rules = members.Has("rules") && item.Find("rules") is { Kind: not JsonValueKind.Null } given
            ? given
            : new LocatedJson(item.File, item.Path + ".rules", item.Line, JsonValueKind.Object);
        if (rules.Kind != JsonValueKind.Object)
        {
            throw rules.Wrong($"{rules.Shown} must be an object");
        }

        return new PolicyDefinition
        {
            Name = Needed(members, "name"),
            Category = category,
            Version = members.Text("version") ?? "",
            Description = members.Text("description") ?? "",
            Rules = new PolicyRules(rules),
            Priority = members.Integer("priority", 100) ?? 100,
        };
    }

    private IPolicy Make(PolicyDefinition definition)
    {
        foreach (FilePolicy known in _before)
        {
            if (known.IsMadeFrom(definition))
            {
                return known.Policy;
            }
        }

        IPolicy policy = _categories.Create(definition);
        definition.Rules.AddUnasked(_problems);
        return policy;
    }

    private static string Needed(PolicyRules members, string name) =>
        members.Text(name) is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw members.Wrong(name, "is needed and must not be empty");

    private void Try(Action read)
    {
        try
        {
            read();
        }
        catch (PolicyFileException exception)
        {
            _problems.Add(exception);
        }
    }
}
