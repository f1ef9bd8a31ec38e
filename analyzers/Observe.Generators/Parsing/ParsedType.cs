using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>
/// What parsing one type yields. The pipeline takes the two apart at once: the model is compared and cached, the diagnostics carry
/// real locations, which change with every edit above them and which <c>#pragma</c> needs.
/// </summary>
/// <param name="Model">The model, or null where no code can be written.</param>
/// <param name="Diagnostics">What is wrong.</param>
internal sealed record ParsedType(ObservedType? Model, ImmutableArray<Diagnostic> Diagnostics);
