namespace Observe;

/// <summary>How a <see cref="PromptInjectionGuardPolicy"/> finds injections.</summary>
public enum PromptInjectionDetection
{
    /// <summary>By phrases and by the structure of texts. Word in files: <c>heuristic</c>.</summary>
    Heuristic,

    /// <summary>By <see cref="PromptInjectionGuardRules.Classifier"/>. Word in files: <c>classifier</c>.</summary>
    Classifier,

    /// <summary>By both; one is enough. Word in files: <c>heuristic_plus_classifier</c>.</summary>
    HeuristicPlusClassifier,
}
