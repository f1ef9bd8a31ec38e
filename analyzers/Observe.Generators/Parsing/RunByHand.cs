using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>A run that is started by hand and whose body stands where it is started.</summary>
internal sealed class RunByHand
{
    private readonly IReadOnlyList<SyntaxNode> _body;
    private readonly IReadOnlyCollection<string>? _members;

    private RunByHand(IReadOnlyList<SyntaxNode> body, IReadOnlyCollection<string>? members)
    {
        _body = body;
        _members = members;
    }

    /// <summary>The run whose body is a lambda, or null where it is none or does not take the context.</summary>
    public static RunByHand? OfLambda(InvocationExpressionSyntax call)
    {
        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            ParameterSyntax? parameter = argument.Expression switch
            {
                SimpleLambdaExpressionSyntax lambda => lambda.Parameter,
                ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var only] } => only,
                _ => null,
            };
            if (parameter is { Identifier.ValueText: not "_" and var name })
            {
                SyntaxNode body = ((LambdaExpressionSyntax)argument.Expression).Body;
                return new RunByHand([body], ContextUse.Of([body], name));
            }
        }

        return null;
    }

    /// <summary>The run that a <c>using</c> holds open, or null where there is none.</summary>
    public static RunByHand? OfUsing(InvocationExpressionSyntax call)
    {
        if (call.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var name } variable })
        {
            return null;
        }

        IReadOnlyList<SyntaxNode>? body = variable.Parent?.Parent switch
        {
            UsingStatementSyntax statement => [statement.Statement],
            LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword, Parent: BlockSyntax block } declaration =>
                [.. block.Statements.SkipWhile(statement => statement != declaration).Skip(1)],
            _ => null,
        };
        return body is null ? null : new RunByHand(body, ContextUse.OfActiveRun(body, name));
    }

    /// <summary>Whether the run says nowhere what came out, and nobody else can.</summary>
    public bool HasNoResult => _members is not null && !_members.Contains("SetResult") && !_members.Contains("RecordAgentResponse");

    /// <summary>What of a conversation the run records, in words, or null: where something was asked, something is answered.</summary>
    public string? Question =>
        _members is null ? null
        : _members.Contains("RecordUserMessage") ? "records what the user said"
        : _members.Contains("RecordLlmCall") ? "records a call of a language model"
        : _members.Contains("RecordRetrieval") ? "records a retrieval"
        : _members.Contains("RecordReasoning") ? "records a reasoning"
        : null;

    /// <summary>Whether the run records anything.</summary>
    public bool Records => _members is not null && _members.Any(static member =>
        member.StartsWith("Record", StringComparison.Ordinal) || member is "SetTag" or "SetMetadata");

    /// <summary>Whether the options of the run, written out in the call, say what goes in.</summary>
    public static bool HasInputs(InvocationExpressionSyntax call) => call.ArgumentList.Arguments.Any(static argument =>
        argument.Expression is BaseObjectCreationExpressionSyntax { Initializer.Expressions: var members }
        && members.Any(static member => member is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Inputs" } }));

    /// <summary>A variable from outside that the body hands its answer out by, or null where there is none.</summary>
    public string? OutsideAnswer(SemanticModel model, CancellationToken cancellationToken) => _body
        .SelectMany(static node => node.DescendantNodesAndSelf(static inner => !Repetition.Is(inner) && inner is not CatchClauseSyntax))
        .OfType<AssignmentExpressionSyntax>()
        .Where(static assignment => assignment is { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: not LiteralExpressionSyntax })
        .Select(assignment => model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol as ILocalSymbol)
        .FirstOrDefault(local => local is not null && IsOutside(local) && IsAnswer(local.Type))?.Name;

    private bool IsOutside(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences is [var declared] && !_body.Any(node => node.Span.Contains(declared.Span));

    // A flag, a failure, a moment or a task that was started is none.
    private static bool IsAnswer(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean or SpecialType.System_DateTime => false,
        not SpecialType.None => true,
        _ when type.TypeKind == TypeKind.Struct => !type.IsFramework(),
        _ => !type.WithBases().Any(static ancestor => ancestor.Is("System", "Exception") || ancestor.Is("System.Threading.Tasks", "Task")),
    };
}
