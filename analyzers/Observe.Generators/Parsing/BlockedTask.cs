using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>Whether a thread is blocked until a task has ended, as far as the expression around the task tells.</summary>
internal static class BlockedTask
{
    /// <summary>Name of the member that blocks, or null.</summary>
    public static string? By(ExpressionSyntax task) => task.Parent switch
    {
        ParenthesizedExpressionSyntax outer => By(outer),
        PostfixUnaryExpressionSyntax outer => By(outer),
        ConditionalAccessExpressionSyntax outer when outer.WhenNotNull == task => By(outer),
        MemberAccessExpressionSyntax member when member.Expression == task => By(member),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } when CalledName.Of(call) is "WaitAll" or "WaitAny" => CalledName.Of(call),
        InitializerExpressionSyntax { Parent: ExpressionSyntax array } => By(array),
        ExpressionElementSyntax { Parent: CollectionExpressionSyntax array } => By(array),
        _ => null,
    };

    private static string? By(MemberAccessExpressionSyntax member) => (member.Name.Identifier.ValueText, member.Parent) switch
    {
        (_, InvocationExpressionSyntax call) when call.Expression != member => null,
        ("Wait" or "GetResult", InvocationExpressionSyntax) => member.Name.Identifier.ValueText,
        ("GetAwaiter" or "ConfigureAwait" or "AsTask" or "WaitAsync", InvocationExpressionSyntax call) => By(call),
        ("Result", not InvocationExpressionSyntax) => "Result",
        _ => null,
    };
}
