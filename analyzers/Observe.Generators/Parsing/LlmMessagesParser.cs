using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>Recognises a parameter that is a conversation: a collection of elements with a role and a text.</summary>
internal static class LlmMessagesParser
{
    private static readonly string[] s_texts = ["Text", "Content"];

    public static LlmMessages? Parse(TypeParsing context, IParameterSymbol parameter)
    {
        if (Collections.ElementOf(parameter.Type) is not INamedTypeSymbol message
            || Privacy.Of(message) != PrivacyLevel.Open
            || !ReturnType.CanBeTypeArgument(parameter.Type)
            || ReadableMember.Find(message, "Role") is not { IsOpen: true } role
            || TextForms.Of(context, role.Type) is not { } form
            || ReadableMember.Find(message, s_texts) is null)
        {
            return null;
        }

        INamedTypeSymbol collection = context.Compilation
            .GetSpecialType(SpecialType.System_Collections_Generic_IReadOnlyCollection_T)
            .Construct(message);
        if (!context.Compilation.ClassifyConversion(parameter.Type, collection).Exists)
        {
            return null;
        }

        ReadableMember? text = TextOf(message);
        Visit(context, message, role, text);
        bool isArray = parameter.Type is IArrayTypeSymbol;
        return new LlmMessages
        {
            Parameter = SymbolText.AsIdentifier(parameter.Name),

            // A type may be a sequence of several things, or none that is already there.
            Collection = isArray ? null : collection.InCode(),
            MayBeNull = message.IsReferenceType,
            Role = role.Access + form,
            Text = text?.Access,
        };
    }

    private static ReadableMember? TextOf(ITypeSymbol message) =>
        s_texts
            .Select(name => ReadableMember.Find(message, name))
            .FirstOrDefault(static member => member is { Type.SpecialType: SpecialType.System_String, IsOpen: true });

    private static void Visit(TypeParsing context, INamedTypeSymbol message, ReadableMember role, ReadableMember? text)
    {
        context.Features.Visit(message);
        context.Features.VisitSymbol(role.Symbol);
        context.Features.Visit(role.Type);
        if (text is not null)
        {
            context.Features.VisitSymbol(text.Symbol);
        }
    }
}
