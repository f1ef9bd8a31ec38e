using System.Globalization;
using System.Text.RegularExpressions;

namespace Observe.Policies.Content;

/// <summary>Reads the rules of category <c>content</c>.</summary>
internal static class ContentRulesReader
{
    public static ContentRules Read(PolicyRules rules)
    {
        PolicyRules? personal = rules.Object("pii_detection");
        PolicyRules? credentials = rules.Object("credential_detection");
        return new ContentRules
        {
            ScanInputs = rules.Boolean("scan_inputs", true),
            ScanOutputs = rules.Boolean("scan_outputs", true),
            OnPersonalData = Action(personal, PolicyAction.Warn, PolicyAction.Warn, PolicyAction.Redact, PolicyAction.Block),
            PersonalData = personal is null ? SecretKinds.PersonalData : ContentKinds.Read(personal, "types", SecretKinds.PersonalData),
            OnCredentials = Action(credentials, PolicyAction.Block, PolicyAction.Warn, PolicyAction.Redact, PolicyAction.Block),
            Credentials = credentials is null ? SecretKinds.Credentials : ContentKinds.Read(credentials, "patterns", SecretKinds.Credentials),
            OnPromptInjection = Action(rules.Object("prompt_injection_guard"), PolicyAction.Block, PolicyAction.Warn, PolicyAction.Block),
            CustomPatterns = Patterns(rules.Objects("custom_patterns")),
            BlockedPhrases = Phrases(rules),
            MaxInputLength = rules.Integer("max_input_length", minimum: 1),
            MaxOutputLength = rules.Integer("max_output_length", minimum: 1),
        };
    }

    private static PolicyAction? Action(PolicyRules? rules, PolicyAction absent, params PolicyAction[] allowed)
    {
        if (rules is null)
        {
            return null;
        }

        PolicyAction action = rules.Action("action", absent, allowed); // asked for in any case: a wrong word is an error
        return rules.Boolean("enabled", false) ? action : null;
    }

    private static ContentPattern[] Patterns(IReadOnlyList<PolicyRules> objects)
    {
        ContentPattern[] patterns = new ContentPattern[objects.Count];
        for (int i = 0; i < patterns.Length; i++)
        {
            PolicyRules rules = objects[i];
            string name = rules.Text("name") ?? string.Create(CultureInfo.InvariantCulture, $"CUSTOM_{i + 1}");
            string text = rules.Text("pattern") ?? throw rules.Wrong("pattern", "is missing; write a regular expression");
            PolicyAction action = rules.Action("action", PolicyAction.Warn, PolicyAction.Warn, PolicyAction.Redact, PolicyAction.Block);
            patterns[i] = new ContentPattern(name, Expression(rules, text), action);
            Check(rules, patterns[i]);
        }

        return patterns;
    }

    private static Regex Expression(PolicyRules rules, string text)
    {
        try
        {
            return new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (ArgumentException wrong)
        {
            throw rules.Wrong("pattern", $"\"{text}\" is no regular expression: {wrong.Message}");
        }
        catch (NotSupportedException wrong)
        {
            throw rules.Wrong("pattern", $"\"{text}\" could take for ever on some texts, so it is not supported: {wrong.Message}");
        }
    }

    private static void Check(PolicyRules rules, ContentPattern pattern)
    {
        try
        {
            _ = new SecretPattern(pattern.Name, pattern.Expression);
        }
        catch (ArgumentException wrong)
        {
            throw rules.Wrong("name", wrong.Message);
        }
    }

    private static IReadOnlyList<string> Phrases(PolicyRules rules)
    {
        IReadOnlyList<string> phrases = rules.Texts("blocked_phrases");
        foreach (string phrase in phrases)
        {
            if (string.IsNullOrWhiteSpace(phrase))
            {
                throw rules.Wrong("blocked_phrases", "contains an empty phrase, which would block everything; remove it");
            }
        }

        return phrases;
    }
}
