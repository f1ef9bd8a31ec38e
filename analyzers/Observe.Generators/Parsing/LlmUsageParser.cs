using Microsoft.CodeAnalysis;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>Finds the object that counts the tokens of a response, and the counts in it.</summary>
internal sealed class LlmUsageParser
{
    // Of updates of a stream, one brings the usage as a part of its contents.
    private const string Parts = "Contents";
    private const string PartType = "UsageContent";
    private const string PartMember = "Details";

    private readonly TypeParsing _context;
    private readonly ITypeSymbol _usage;
    private bool _isCachedInside = true;

    private LlmUsageParser(TypeParsing context, ITypeSymbol usage) => (_context, _usage) = (context, usage);

    public static LlmUsage? Of(TypeParsing context, INamedTypeSymbol response, string value)
    {
        ReadableMember? member = LlmMembers.Usages
            .Select(name => ReadableMember.Find(response, name))
            .FirstOrDefault(static member => member is { IsOpen: true });
        LlmUsage? counted = member is null ? null : new LlmUsageParser(context, WithoutNull(member.Type)).Read(value + member.Access);
        return counted
            ?? (new LlmUsageParser(context, response).Read(value) is { } own ? own with { IsResponse = true } : null)
            ?? OfParts(context, response, value);
    }

    private static LlmUsage? OfParts(TypeParsing context, INamedTypeSymbol response, string value)
    {
        if (ReadableMember.Find(response, Parts) is not { IsOpen: true } parts
            || Collections.ElementOf(parts.Type) is not INamedTypeSymbol { TypeKind: TypeKind.Class } part)
        {
            return null;
        }

        INamedTypeSymbol? usage = part.ContainingNamespace.GetTypeMembers(PartType, 0)
            .FirstOrDefault(type => type.WithBases().Contains(part, SymbolEqualityComparer.Default));
        if (usage is null
            || !context.Compilation.IsSymbolAccessibleWithin(usage, context.Type)
            || ReadableMember.Find(usage, PartMember) is not { IsOpen: true } details)
        {
            return null;
        }

        context.Features.Visit(usage);
        return new LlmUsageParser(context, details.Type).Read(value + parts.Access) is { } counted
            ? counted with { PartType = usage.InCode(), PartMember = details.Name }
            : null;
    }

    private LlmUsage? Read(string expression)
    {
        string input = Count(LlmMembers.Inputs);
        string output = Count(LlmMembers.Outputs);
        if (input.Length == 0 && output.Length == 0)
        {
            return null;
        }

        string cacheRead = Count(LlmMembers.CachedInside, LlmMembers.InputDetails);
        string cacheWrite = "";
        if (cacheRead.Length == 0)
        {
            cacheRead = Count(LlmMembers.CacheReads);
            cacheWrite = Count(LlmMembers.CacheWrites);
            _isCachedInside = cacheRead.Length == 0 && cacheWrite.Length == 0;
        }

        string reasoning = Count(LlmMembers.Reasonings, LlmMembers.OutputDetails);
        _context.Features.Visit(_usage);
        return new LlmUsage
        {
            Expression = expression,
            PartType = null,
            PartMember = "",
            IsResponse = false,
            Counts = new[] { input, output, cacheRead, cacheWrite, reasoning }.ToEquatableArray(),
            CachedInside = _isCachedInside,
        };
    }

    private string Count(string[] names, string[]? details = null)
    {
        if (Number(_usage, names) is { } own)
        {
            return own.Access;
        }

        foreach (string name in details ?? [])
        {
            if (ReadableMember.Find(_usage, name) is { IsOpen: true } nested && Number(WithoutNull(nested.Type), names) is { } number)
            {
                _context.Features.VisitSymbol(nested.Symbol);
                _context.Features.Visit(nested.Type);
                return nested.Access + (MayBeNull(nested.Type) ? "?" : "") + number.Access;
            }
        }

        return "";
    }

    private ReadableMember? Number(ITypeSymbol type, string[] names)
    {
        ReadableMember? number = names
            .Select(name => ReadableMember.Find(type, name))
            .FirstOrDefault(static member => member is { IsOpen: true } && IntegerTypes.Contains(WithoutNull(member.Type)));
        if (number is not null)
        {
            _context.Features.VisitSymbol(number.Symbol);
        }

        return number;
    }

    private static bool MayBeNull(ITypeSymbol type) => !type.IsValueType || !SymbolEqualityComparer.Default.Equals(type, WithoutNull(type));

    private static ITypeSymbol WithoutNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}
