using Microsoft.CodeAnalysis;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>Plans the methods that read what responses of language models say about themselves, by the names of their members.</summary>
internal sealed class LlmReaders(TypeParsing context)
{
    private readonly Dictionary<(ITypeSymbol Type, bool WithText), string?> _known = [];
    private readonly List<LlmReader> _readers = [];

    public EquatableArray<LlmReader> All => _readers.ToEquatableArray();

    /// <summary>The reader of a type, with the class that holds it and its type arguments; null when the type says nothing.</summary>
    public string? Of(ITypeSymbol type, bool isTextOpen)
    {
        ITypeSymbol response = type.WithNullableAnnotation(NullableAnnotation.None);
        foreach (((ITypeSymbol known, bool withText), string? name) in _known.Select(static entry => (entry.Key, entry.Value)))
        {
            if (withText == isTextOpen && SymbolEqualityComparer.Default.Equals(known, response))
            {
                return name;
            }
        }

        string? added = Add(response, isTextOpen);
        _known.Add((response, isTextOpen), added);
        return added;
    }

    private string? Add(ITypeSymbol type, bool isTextOpen)
    {
        IMethodSymbol? owner = ValueShapes.TypeParameterOwner(type);
        if (type is not INamedTypeSymbol named
            || Obsolescence.IsErrorToMention(named)
            || WriterNames.IsTaken(owner)
            || context.Shapes.IsOutOfSight(named)
            || Read(named, "value", isTextOpen) is not { } facts)
        {
            return null;
        }

        context.Features.Visit(named);
        string name = context.CaptureMembers.Take("Read" + WriterNames.Of(named));
        string typeParameters = SymbolText.TypeParameterList(owner?.TypeParameters ?? []);
        _readers.Add(facts with
        {
            Name = name,
            ValueType = named.WithNullableAnnotation(named.IsValueType ? NullableAnnotation.None : NullableAnnotation.Annotated).InCode(),
            MayBeNull = !named.IsValueType || IsNullable(named),
            TypeParameters = typeParameters,
            Constraints = owner is null ? default : Constraints.Of(owner),
        });
        return $"{context.CaptureClass}.{name}{typeParameters}";
    }

    // What says nothing itself may hold the response as its value: a nullable struct, or the result of an HTTP client.
    private LlmReader? Read(INamedTypeSymbol type, string value, bool isTextOpen)
    {
        if (ReadOwn(type, value, isTextOpen) is { } facts)
        {
            return facts;
        }

        return value == "value" && ReadableMember.Find(type, "Value") is { IsOpen: true, Type: INamedTypeSymbol inner } member
            ? Read(inner, value + member.Access, isTextOpen)
            : null;
    }

    private LlmReader? ReadOwn(INamedTypeSymbol type, string value, bool isTextOpen)
    {
        ReadableMember? model = Find(type, LlmMembers.Models, member => TextForms.IsText(context, member.Type));
        ReadableMember? reason = Find(type, LlmMembers.FinishReasons, member => TextForms.Of(context, member.Type) is not null);
        LlmUsage? usage = LlmUsageParser.Of(context, type, value);
        LlmText? text = isTextOpen ? TextOf(type, value) : null;
        if (model is null && reason is null && usage is null && text is null)
        {
            return null;
        }

        return new LlmReader
        {
            Name = "",
            ValueType = "",
            MayBeNull = false,
            TypeParameters = "",
            Constraints = default,
            Model = model is null ? null : value + model.Access,
            FinishReason = reason is null ? null : value + reason.Access + TextForms.Of(context, reason.Type),
            Text = text,
            Usage = usage,
        };
    }

    private LlmText? TextOf(INamedTypeSymbol type, string value)
    {
        foreach (string name in LlmMembers.Texts)
        {
            if (Find(type, [name], static _ => true) is not { } member)
            {
                continue;
            }

            if (member.Type.SpecialType == SpecialType.System_String)
            {
                return new LlmText(value + member.Access, null);
            }

            if (Collections.ElementOf(member.Type) is INamedTypeSymbol element
                && Find(element, ["Text"], static part => part.Type.SpecialType == SpecialType.System_String) is { } text)
            {
                return new LlmText(value + member.Access, text.Access);
            }
        }

        return null;
    }

    private ReadableMember? Find(INamedTypeSymbol type, string[] names, Func<ReadableMember, bool> isWanted)
    {
        ReadableMember? found = names
            .Select(name => ReadableMember.Find(type, name))
            .FirstOrDefault(member => member is { IsOpen: true } && isWanted(member));
        if (found is not null)
        {
            context.Features.VisitSymbol(found.Symbol);
            context.Features.Visit(found.Type);
        }

        return found;
    }

    private static bool IsNullable(INamedTypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
