using Microsoft.CodeAnalysis;
using Observe.Generators.Model;
using Observe.Generators.Rules;

namespace Observe.Generators.Parsing;

/// <summary>Reads the roles of a method's parameters: identity of the run, tags, metadata.</summary>
internal sealed class RoleParser(TypeParsing context, IMethodSymbol method, CoreComparison? core, ScopeAttribute scope)
{
    private readonly Dictionary<string, IParameterSymbol> _identityOwners = [];

    public List<RoleValue> Identity { get; } = [];

    public List<RoleValue> Tags { get; } = [];

    public List<RoleValue> Metadata { get; } = [];

    public void Parse()
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            foreach (AttributeData attribute in parameter.GetAttributes())
            {
                if (attribute.AttributeClass is { } type && type.IsOurs(type.Name))
                {
                    Parse(parameter, attribute, type.Name);
                }
            }
        }
    }

    private void Parse(IParameterSymbol parameter, AttributeData attribute, string name)
    {
        if (WellKnownNames.IdentityRoles.TryGetValue(name, out string? property))
        {
            if (IsAllowedIdentity(parameter, attribute, property) && IsReadable(parameter, attribute, property, isMaskedAllowed: false))
            {
                Identity.Add(Role(parameter, property));
            }
        }
        else if (name == WellKnownNames.Tag)
        {
            string key = attribute.TextArgument() ?? parameter.Name;
            if (!TagKeys.IsValid(key))
            {
                context.Rules.Report(ShapeRules.TagKeyMalformed, attribute, context.CancellationToken, key, TagKeys.Remedy(key));
            }
            else if (IsReadable(parameter, attribute, "Tag", isMaskedAllowed: false))
            {
                Tags.Add(Role(parameter, key));
            }
        }
        else if (name == WellKnownNames.Metadata && IsReadable(parameter, attribute, "Metadata", isMaskedAllowed: true))
        {
            string key = attribute.TextArgument() ?? parameter.Name;
            if (string.IsNullOrWhiteSpace(key))
            {
                new ConstantRules(context, method, attribute).Wrong("a blank key", "give it a name or leave it out");
            }
            else
            {
                ParseMetadata(parameter, key);
            }
        }
    }

    private void ParseMetadata(IParameterSymbol parameter, string key)
    {
        bool isMasked = Privacy.Of(parameter, method, core) == PrivacyLevel.Masked;
        ValueShape? shape = isMasked ? ValueShape.Masked : context.Shapes.Of(parameter.Type);
        if (shape is not null)
        {
            Metadata.Add(Role(parameter, key) with { Capture = shape });
        }
    }

    private bool IsAllowedIdentity(IParameterSymbol parameter, AttributeData attribute, string role)
    {
        if (scope.Kind != ScopeKind.Run)
        {
            context.Rules.Report(
                ShapeRules.RoleOutsideRun, attribute, context.CancellationToken, role, method.Name, scope.DisplayName);
            return false;
        }

        if (_identityOwners.TryGetValue(role, out IParameterSymbol? owner))
        {
            context.Rules.Report(ShapeRules.RoleTwice, attribute, context.CancellationToken, role, owner.Name, parameter.Name);
            return false;
        }

        _identityOwners.Add(role, parameter);
        return true;
    }

    private bool IsReadable(IParameterSymbol parameter, AttributeData attribute, string role, bool isMaskedAllowed)
    {
        string? problem = parameter.RefKind == RefKind.Out ? "an out parameter has no value yet when the call begins"
            : ReturnType.CanBeTypeArgument(parameter.Type) ? null
            : $"a value of type '{parameter.Type.InMessage()}' cannot be kept";
        if (problem is not null)
        {
            context.Rules.Report(ShapeRules.RoleUnreadable, attribute, context.CancellationToken, role, parameter.Name, problem);
            return false;
        }

        if (!isMaskedAllowed && (Privacy.Of(parameter, method, core) == PrivacyLevel.Masked || TextPrivacy.ShowsSensitive(parameter.Type)))
        {
            context.Rules.Report(ShapeRules.SensitiveRole, attribute, context.CancellationToken, parameter.Name, role);
            return false;
        }

        return true;
    }

    private static RoleValue Role(IParameterSymbol parameter, string key) => new()
    {
        Key = key,
        Value = (parameter.Type.TypeKind == TypeKind.Dynamic ? "(object?)" : "") + SymbolText.AsIdentifier(parameter.Name),
        IsText = parameter.Type.SpecialType == SpecialType.System_String,
        Capture = null,
    };
}
