using Microsoft.CodeAnalysis;

namespace Observe.Generators.Rules;

/// <summary>What would be recorded though it looks like a secret.</summary>
internal static class PrivacyRules
{
    public static readonly DiagnosticDescriptor SecretName = RuleBook.Privacy(
        "OBS3001", "What is called a secret stays one", "'{0}' looks like {1} and would be recorded; {2}");

    public static readonly DiagnosticDescriptor SecretType = RuleBook.Privacy(
        "OBS3002", "What carries secrets is not captured", "'{0}' is '{1}', which carries {2}; {3}");

    public static readonly DiagnosticDescriptor SecretLiteral = RuleBook.Privacy(
        "OBS3003",
        "A secret is not written into the source",
        "This looks like {0} ('{1}…'); it stays in the history of the source and in the program; read it from configuration or a secret store");

    public static readonly DiagnosticDescriptor SensitiveText = RuleBook.Privacy(
        "OBS3004", "A recorded text shows nothing sensitive", "The text of a '{0}' shows what is [Sensitive] and would be recorded by '{1}'; {2}");

    public static readonly DiagnosticDescriptor SensitiveInTheOpen = RuleBook.Privacy(
        "OBS3005", "What is marked once stays behind its mask", "'{0}' is [{1}] and would be recorded in the open by '{2}'; {3}");

    public static readonly DiagnosticDescriptor MaskLost = RuleBook.Privacy(
        "OBS3006", "A mask follows what it hides", "'{0}' is marked, and {1}; {2}", DiagnosticSeverity.Error);

    /// <summary>Every rule of this class, in the order of their ids.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [SecretName, SecretType, SecretLiteral, SensitiveText, SensitiveInTheOpen, MaskLost];
}
