using Microsoft.CodeAnalysis;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>Reads the policies that attributes put on a method, in the order in which they stand there.</summary>
internal sealed class PolicyParser(TypeParsing context, IMethodSymbol method)
{
    private const double MostUsd = 1_000_000;

    private readonly string _method = Literals.Of($"{method.ContainingType.InRecord()}.{method.Name}");

    public List<DeclaredPolicy> Policies { get; } = [];

    /// <summary>The time budget in seconds; 0 without one.</summary>
    public double MaxDurationSeconds { get; private set; }

    /// <summary>The attribute with the time budget, or null.</summary>
    public AttributeData? Duration { get; private set; }

    public static bool IsPolicy(INamedTypeSymbol? type) => type is not null && WellKnownNames.Policies.Contains(type.Name) && type.IsOurs(type.Name);

    public void Parse()
    {
        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (IsPolicy(attribute.AttributeClass) && Parse(attribute, new ConstantRules(context, method, attribute)) is { } policy)
            {
                Policies.Add(policy);
            }
        }
    }

    private DeclaredPolicy? Parse(AttributeData attribute, ConstantRules rules) => attribute.AttributeClass!.Name switch
    {
        WellKnownNames.Policy => PolicyTypes.Parse(context, method, attribute, rules),
        WellKnownNames.Budget => Budget(attribute, rules),
        WellKnownNames.RateLimit => RateLimit(attribute, rules),
        WellKnownNames.AllowTools => DeclaredPolicy.BuiltIn("AllowTools", Names(attribute, rules, "tools")),
        WellKnownNames.RequireUserGroup => DeclaredPolicy.BuiltIn("RequireUserGroup", Names(attribute, rules, "groups")),
        WellKnownNames.MaxSteps => MaxSteps(attribute, rules),
        _ => RequireApproval(attribute, rules),
    };

    private DeclaredPolicy? Budget(AttributeData attribute, ConstantRules rules)
    {
        double cost = attribute.Number("MaxCostUsd");
        long tokens = attribute.Long("MaxTokens");
        int calls = attribute.Integer("MaxCalls");
        double duration = attribute.Number("MaxDurationSeconds");
        rules.Between("MaxCostUsd", cost, MostUsd);
        rules.AtLeast("MaxTokens", tokens, 0);
        rules.AtLeast("MaxCalls", calls, 0);
        rules.Between("MaxDurationSeconds", duration, ConstantRules.LongestSeconds);
        if (duration > 0 && (Duration is null || duration < MaxDurationSeconds))
        {
            (Duration, MaxDurationSeconds) = (attribute, duration);
        }

        bool isLimited = cost != 0 || tokens != 0 || calls != 0;
        if (!isLimited && duration == 0)
        {
            rules.Wrong("no limit", "give MaxCostUsd, MaxTokens, MaxCalls or MaxDurationSeconds");
        }

        string[] arguments =
        [
            _method, Literals.Of(cost), Literals.Of(tokens), Literals.Of(calls),
            Choice(attribute, rules, "Per", "BudgetKey", 0), Choice(attribute, rules, "Window", "BudgetWindow", 0), OnExceed(attribute, rules, "Block"),
        ];
        return isLimited ? DeclaredPolicy.BuiltIn("Budget", arguments) : null;
    }

    private DeclaredPolicy RateLimit(AttributeData attribute, ConstantRules rules)
    {
        string[] names = ["MaxPerMinute", "MaxPerHour", "MaxPerDay", "MaxConcurrent"];
        int[] limits = [.. names.Select(name => attribute.Integer(name))];
        for (int i = 0; i < names.Length; i++)
        {
            rules.AtLeast(names[i], limits[i], 0);
        }

        if (limits.All(static limit => limit == 0))
        {
            rules.Wrong("no limit", "give MaxPerMinute, MaxPerHour, MaxPerDay or MaxConcurrent");
        }

        return DeclaredPolicy.BuiltIn("RateLimit", [_method, .. limits.Select(Literals.Of), OnExceed(attribute, rules, "Throttle")]);
    }

    private static DeclaredPolicy MaxSteps(AttributeData attribute, ConstantRules rules)
    {
        int steps = attribute.ConstructorArguments is [{ Value: int given }] ? given : 0;
        rules.AtLeast("steps", steps, 0);
        return DeclaredPolicy.BuiltIn("MaxSteps", Literals.Of(steps));
    }

    private static DeclaredPolicy RequireApproval(AttributeData attribute, ConstantRules rules)
    {
        const double defaultMinutes = 30;
        double minutes = attribute.Number("TimeoutMinutes", defaultMinutes);
        rules.AboveZero("TimeoutMinutes", minutes, ConstantRules.LongestSeconds / 60);
        IReadOnlyList<TypedConstant> approvers = attribute.Named("Approvers").Elements();
        rules.Names("approvers", approvers, mayBeEmpty: true);
        string reason = Literals.Of(attribute.NamedArgument("Reason") as string);
        return DeclaredPolicy.BuiltIn("RequireApproval", reason, $"[{string.Join(", ", Texts(approvers))}]", Literals.Of(minutes));
    }

    private static string[] Names(AttributeData attribute, ConstantRules rules, string what)
    {
        IReadOnlyList<TypedConstant> names = attribute.OnlyArray();
        rules.Names(what, names, mayBeEmpty: false);
        return [.. Texts(names)];
    }

    private static IEnumerable<string> Texts(IEnumerable<TypedConstant> constants) => constants.Select(static text => Literals.Of(text.Value as string));

    private static string OnExceed(AttributeData attribute, ConstantRules rules, string absent)
    {
        string action = attribute.Named("OnExceed") is { } given ? Literals.OfMember(given.Type, given.Value) ?? "" : $"global::Observe.PolicyAction.{absent}";
        string name = action.Substring(action.LastIndexOf('.') + 1);
        if (name is not ("Block" or "Throttle" or "Warn"))
        {
            rules.Wrong($"OnExceed = {(name.Length == 0 ? "a number that is no action" : name)}", "it must be Block, Throttle or Warn");
        }

        return action;
    }

    private string Choice(AttributeData attribute, ConstantRules rules, string property, string type, int absent)
    {
        ITypeSymbol? choices = attribute.Named(property)?.Type ?? context.Compilation.GetTypeByMetadataName($"{WellKnownNames.Namespace}.{type}");
        object? value = attribute.Named(property)?.Value ?? absent;
        if (Literals.OfMember(choices, value) is { } member)
        {
            return member;
        }

        rules.Wrong($"{property} = {value}", $"it must be a member of {type}");
        return "default";
    }
}
