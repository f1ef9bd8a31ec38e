using Microsoft.CodeAnalysis.CSharp;
using Observe.Generators.Parsing;

namespace Observe.Generators.Tests.Fuzzing;

/// <summary>Makes one declaration out of choices.</summary>
internal static class DeclarationMaker
{
    public static FuzzedDeclaration Make(int number, Choices choices, FuzzedLanguage language, bool isExecuted = false)
    {
        Draft draft = new(number, choices, language.Version);
        Surroundings surroundings = SurroundingsPool.Draw(draft, language);
        List<FuzzedContainer> containers = ContainerPool.Draw(draft);
        FuzzedContainer inner = containers[^1];
        bool isExtension = containers is [{ IsStatic: true, TypeParameters: [] }] && choices.Chance(40);

        string name = NamePool.Method(draft, inner);
        int position = draft.TypeParameters.Count;
        int arity = choices.Chance(30) ? choices.OneOf(1, 1, 2, 3) : 0;
        List<FuzzedTypeParameter> typeParameters = [.. Enumerable.Range(0, arity).Select(_ => ConstraintPool.Draw(draft, isMethod: true))];
        FuzzedReturn returned = ReturnPool.Draw(draft);
        List<FuzzedParameter> parameters = ParameterPool.Draw(draft, name, isExtension);
        bool isGeneric = containers.Exists(static container => container.TypeParameters.Count > 0);
        string modifiers = ModifierPool.Draw(draft, inner, returned, parameters, isExtension);
        if (isGeneric || surroundings.IsRegion)
        {
            modifiers = Without(modifiers, "sealed", "override", "new");
        }

        bool isKeepable = !draft.IsUnsafe && parameters.TrueForAll(static parameter => parameter.Passing.Length == 0 && parameter.Type.CanBeTypeArgument);
        bool isStatic = Has(modifiers, "static");
        bool hasBarrier = !isKeepable || (inner.IsValue && !isStatic && (inner.IsRefLike || !(inner.IsReadOnly || Has(modifiers, "readonly"))));
        FuzzedScope scope = ScopePool.Draw(draft, returned, parameters, isAwaitable: !returned.IsTask || !hasBarrier);
        parameters = [.. Identities(draft, scope, parameters)];
        returned = Wrapped(draft, scope, returned);

        bool isReadOnly = Has(modifiers, "readonly") || inner.IsReadOnly;
        bool isCoreStatic = isStatic || choices.Chance(30);
        bool hasState = !isCoreStatic && !isReadOnly && !inner.IsInterface && choices.Chance(40);
        BodyWriter body = new(draft, returned, parameters)
        {
            MayBeLazy = isKeepable && (isCoreStatic || !inner.IsRefLike),
            State = hasState ? "global::Fuzz.Journal.Add(\"count\", ++_fuzzCount);" : "",
        };
        string text = body.Write();
        if (body.IsStream && body.IsAsync)
        {
            parameters = [.. parameters.Select(static parameter => IsToken(parameter)
                ? parameter with { CoreAttributes = "[global::System.Runtime.CompilerServices.EnumeratorCancellation] " } : parameter)];
        }

        if (hasState)
        {
            containers[^1] = inner = inner with { Members = inner.Members + "    private int _fuzzCount;\n\n" };
        }

        string[] coreModifiers =
        [
            "private",
            .. isCoreStatic ? ["static"] : Has(modifiers, "readonly") ? new[] { "readonly" } : [],
            .. draft.IsUnsafe ? new[] { "unsafe" } : [],
            .. body.IsAsync ? new[] { "async" } : [],
        ];
        FuzzedMethod method = new(name, returned)
        {
            TypeParameters = typeParameters,
            Parameters = parameters,
            Scope = scope,
            Modifiers = modifiers,
            CoreName = SyntaxFacts.IsKeywordKind(SyntaxFacts.GetKeywordKind(Core(name))) ? "@" + Core(name) : Core(name),
            CoreModifiers = string.Join(" ", coreModifiers),
            Attributes = MethodAttributes.Draw(draft, returned, modifiers, parameters, inner),
            CoreAttributes = draft.MentionsObsolete ? "[global::System.Obsolete]\n    " : "",
            ContextPosition = choices.Chance(25) ? choices.Below(parameters.Count + 1) : -1,
            IsContextOptional = choices.Chance(40) && draft.IsNullable,
            Body = text,
        };
        return new SourceWriting(draft, surroundings, containers, method, isExtension).Finish(isExecuted);
    }

    /// <summary>Whether a blank-separated list has the word.</summary>
    public static bool Has(string modifiers, string modifier) => modifiers.Split(' ').Contains(modifier);

    private static string Without(string modifiers, params string[] unwanted) => string.Join(" ", modifiers.Split(' ').Except(unwanted));

    private static string Core(string name) => ScopeNames.CoreOf(SyntaxFactory.ParseToken(name).ValueText);

    private static bool IsToken(FuzzedParameter parameter) => parameter.Type.Text.EndsWith("CancellationToken", StringComparison.Ordinal);

    private static IEnumerable<FuzzedParameter> Identities(Draft draft, FuzzedScope scope, List<FuzzedParameter> parameters)
    {
        HashSet<string> given = [];
        foreach (FuzzedParameter parameter in parameters)
        {
            bool isWanted = draft.Choices.Chance(6) && parameter is { Attributes: "", Passing: "", Type: { CanBeTypeArgument: true, IsSensitive: false } };
            string role = isWanted ? ParameterAttributes.Identity(draft) : "";
            bool isAllowed = isWanted && given.Add(role) && (scope.Kind == "Observe" || draft.MayBreak("OBS1007"));
            yield return isAllowed ? parameter with { Attributes = $"[global::Observe.{role}] " } : parameter;
        }
    }

    private static FuzzedReturn Wrapped(Draft draft, FuzzedScope scope, FuzzedReturn returned)
    {
        string? wrapper = scope.Kind switch { "Decision" => "Decision", "LlmCall" => "LlmResult", _ => null };
        bool isPossible = returned is { Kind: ReturnKind.Value or ReturnKind.TaskOfResult or ReturnKind.ValueTaskOfResult, Result.CanBeTypeArgument: true };
        if (wrapper is null || !isPossible || scope.IsBroken || !draft.Choices.Chance(50))
        {
            return returned;
        }

        string text = returned.Result!.Text;
        string wrapped = $"global::Observe.{wrapper}<{text}>";
        return returned with
        {
            Text = returned.Kind == ReturnKind.Value ? text : returned.Text.TrimEnd('?'),
            CoreText = returned.Kind switch
            {
                ReturnKind.Value => wrapped,
                ReturnKind.TaskOfResult => $"{draft.Tasks("Task")}<{wrapped}>",
                _ => $"{draft.Tasks("ValueTask")}<{wrapped}>",
            },
        };
    }
}
