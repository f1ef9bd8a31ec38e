using Microsoft.CodeAnalysis;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>Finds out what a call of a language model says about itself: in its arguments before, in its result after.</summary>
internal static class LlmCallParser
{
    private static readonly string[] s_prompts = ["prompt", "message", "question", "input", "text", "query"];

    public static LlmCall Parse(
        TypeParsing context, IMethodSymbol method, CoreComparison? core, ReturnType returned, ScopeDescription scope)
    {
        // Messages are counted even where their texts are not recorded.
        LlmMessages? found = MessagesOf(context, method, core);
        LlmMessages? messages = scope.CapturesArguments ? found : found is null ? null : found with { Text = null };
        bool isTextOpen = scope.CapturesResult && Privacy.OfReturn(method, core) == PrivacyLevel.Open;
        return new LlmCall
        {
            Model = FactNames.ModelOf(method, core) is { } model ? SymbolText.AsIdentifier(model.Name) : null,
            Messages = messages,
            Prompt = messages is null && scope.CapturesArguments ? PromptOf(method, core) : null,
            Reader = returned.ResultIsTypeArgument ? context.Readers.Of(returned.Result!, isTextOpen) : null,
            ResultIsText = isTextOpen && returned.Result?.SpecialType == SpecialType.System_String,
        };
    }

    private static LlmMessages? MessagesOf(TypeParsing context, IMethodSymbol method, CoreComparison? core) =>
        method.Parameters
            .Where(parameter => IsOpen(parameter, method, core))
            .Select(parameter => LlmMessagesParser.Parse(context, parameter))
            .FirstOrDefault(static messages => messages is not null);

    // Of two texts nobody knows which is the prompt.
    private static string? PromptOf(IMethodSymbol method, CoreComparison? core)
    {
        List<IParameterSymbol> prompts =
        [
            .. method.Parameters.Where(parameter =>
                parameter.Type.SpecialType == SpecialType.System_String
                && s_prompts.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase)),
        ];
        return prompts is [var prompt] && IsOpen(prompt, method, core) ? SymbolText.AsIdentifier(prompt.Name) : null;
    }

    private static bool IsOpen(IParameterSymbol parameter, IMethodSymbol method, CoreComparison? core) =>
        parameter.RefKind != RefKind.Out && Privacy.Of(parameter, method, core) == PrivacyLevel.Open;
}
