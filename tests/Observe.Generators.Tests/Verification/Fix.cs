using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Observe.CodeFixes;

namespace Observe.Generators.Tests.Verification;

/// <summary>
/// Checks code fixes: the text that results, to the last character and for both kinds of line ends, and that compiler, generator and
/// every analyzer have nothing new to say about it.
/// </summary>
internal static class Fix
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Observe;

        """;

    /// <summary>Fixes the first marked diagnostic, in one way of several.</summary>
    /// <param name="before">The source; what the fixer is to fix is marked.</param>
    /// <param name="after">The source that results; what is still reported is marked.</param>
    /// <param name="way">The end of the fix's key where the fixer knows several ways.</param>
    public static Task VerifyAsync<TFix>(string before, string after, string way = "")
        where TFix : ObserveFix, new() => VerifyTextAsync<TFix>(Usings + before, Usings + after, way);

    /// <summary>The same for a source that brings its own using directives.</summary>
    public static async Task VerifyTextAsync<TFix>(string before, string after, string way = "", OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
        where TFix : ObserveFix, new()
    {
        await VerifyFilesAsync<TFix>([before], [after], way, kind);
        await VerifyFilesAsync<TFix>([WithCarriageReturns(before)], [WithCarriageReturns(after)], way, kind);
    }

    /// <summary>The same for a program with top-level statements or a <c>Main</c>.</summary>
    public static Task VerifyProgramAsync<TFix>(string before, string after, string way = "")
        where TFix : ObserveFix, new() => VerifyTextAsync<TFix>(Usings + before, Usings + after, way, OutputKind.ConsoleApplication);

    /// <summary>The same for a project of several files.</summary>
    public static async Task VerifyFilesAsync<TFix>(string[] before, string[] after, string way = "", OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
        where TFix : ObserveFix, new()
    {
        FixedProject project = await FixedProject.OfAsync(new TFix(), before, kind);
        Diagnostic diagnostic = project.Fixable.First();
        CodeAction action = Assert.Single(await project.ActionsAsync(diagnostic), action => action.EquivalenceKey == Key<TFix>(way));
        await FixedProject.AssertAsync(await FixedProject.ApplyAsync(action), after, project.Ids);
    }

    /// <summary>Fixes all marked diagnostics at once.</summary>
    public static async Task VerifyAllAsync<TFix>(string[] before, string[] after, string way = "", FixAllScope scope = FixAllScope.Project)
        where TFix : ObserveFix, new()
    {
        FixedProject project = await FixedProject.OfAsync(new TFix(), [.. before.Select(static text => Usings + text)], OutputKind.DynamicallyLinkedLibrary);
        CodeAction? action = await project.FixAllAsync(Key<TFix>(way), scope);
        Assert.NotNull(action);
        await FixedProject.AssertAsync(await FixedProject.ApplyAsync(action), [.. after.Select(static text => Usings + text)], project.Ids);
    }

    /// <summary>Nothing is offered for any marked diagnostic, or nothing in this way.</summary>
    public static async Task VerifyNoneAsync<TFix>(string source, string? way = null, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
        where TFix : ObserveFix, new()
    {
        FixedProject project = await FixedProject.OfAsync(new TFix(), [Usings + source], kind);
        foreach (Diagnostic diagnostic in project.Fixable)
        {
            Assert.DoesNotContain(
                await project.ActionsAsync(diagnostic), action => way is null || action.EquivalenceKey == Key<TFix>(way));
        }
    }

    private static string Key<TFix>(string way) => way.Length == 0 ? typeof(TFix).Name : $"{typeof(TFix).Name}.{way}";

    private static string WithCarriageReturns(string text) => text.ReplaceLineEndings("\r\n");
}
