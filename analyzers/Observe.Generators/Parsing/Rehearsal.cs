using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>Recognises code that does not run in earnest: tests, development, dry runs.</summary>
internal static class Rehearsal
{
    private static readonly string[] s_words = ["Test", "Develop", "Debug", "Dry", "Simulat", "Demo", "Sandbox", "Rehears", "Benchmark", "Sample"];

    private static readonly string[] s_frameworks =
        ["xunit", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit"];

    /// <summary>Whether the compilation refers to a framework for tests.</summary>
    public static bool Is(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(static assembly =>
        s_frameworks.Any(framework => assembly.Name.StartsWith(framework, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether the code stands under a condition or in a method or type that by its name is not meant in earnest.</summary>
    public static bool Is(SyntaxNode code) => code.Ancestors().Any(node => Says(node, code)) || IsInDebugRegion(code);

    private static bool Says(SyntaxNode node, SyntaxNode code) => node switch
    {
        IfStatementSyntax choice => SaysSo(choice.Condition.ToString()),
        ConditionalExpressionSyntax choice when choice.Condition != code => SaysSo(choice.Condition.ToString()),
        SwitchExpressionArmSyntax choice => SaysSo(choice.Pattern.ToString()),
        SwitchSectionSyntax choice => choice.Labels.Any(static label => SaysSo(label.ToString())),
        MethodDeclarationSyntax method => SaysSo(method.Identifier.ValueText),
        LocalFunctionStatementSyntax method => SaysSo(method.Identifier.ValueText),
        BaseTypeDeclarationSyntax type => SaysSo(type.Identifier.ValueText),
        BaseNamespaceDeclarationSyntax space => SaysSo(space.Name.ToString()),
        _ => false,
    };

    private static bool SaysSo(string text) => s_words.Any(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool IsInDebugRegion(SyntaxNode code)
    {
        Stack<string> open = new();
        SyntaxNode root = code.SyntaxTree.GetRoot();
        for (DirectiveTriviaSyntax? directive = root.GetFirstDirective();
            directive is not null && directive.SpanStart < code.SpanStart;
            directive = directive.GetNextDirective())
        {
            switch (directive)
            {
                case IfDirectiveTriviaSyntax begin:
                    open.Push(begin.Condition.ToString());
                    break;
                case ElifDirectiveTriviaSyntax or ElseDirectiveTriviaSyntax when open.Count > 0:
                    open.Pop();
                    open.Push(directive is ElifDirectiveTriviaSyntax other ? other.Condition.ToString() : "");
                    break;
                case EndIfDirectiveTriviaSyntax when open.Count > 0:
                    open.Pop();
                    break;
            }
        }

        return open.Any(SaysSo);
    }
}
