using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>A value that is seen in another one.</summary>
/// <param name="Expression">The value.</param>
/// <param name="Form">How it is seen.</param>
internal sealed record ShownValue(ExpressionSyntax Expression, ShownForm Form);
