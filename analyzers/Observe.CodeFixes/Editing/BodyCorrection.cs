using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Editing;

/// <summary>Brings the head of a body in line with its declaration, part by part; what agrees is not touched.</summary>
internal sealed class BodyCorrection(Edits edits, SemanticModel model, MethodDeclarationSyntax syntax, IMethodSymbol core, IMethodSymbol declaration)
{
    // The declaration in terms of the body's own type parameters, where it has as many.
    private readonly IMethodSymbol _wanted =
        core.Arity > 0 && core.Arity == declaration.Arity ? declaration.Construct([.. core.TypeParameters]) : declaration;

    /// <summary>Notes the edits; false where the body's code could not be right under the declaration's signature.</summary>
    public bool TryCorrect()
    {
        if (!TryCorrectReturn())
        {
            return false;
        }

        CorrectModifiers();
        CorrectParameters();
        CorrectTypeParameters();
        return true;
    }

    private void CorrectModifiers()
    {
        bool isStatic = declaration.IsStatic && !core.IsStatic;
        bool isReadOnly = declaration.IsReadOnly && !core.IsReadOnly && !core.IsStatic;
        if (isStatic || isReadOnly)
        {
            SyntaxToken behind = syntax.Modifiers.FirstOrDefault(static modifier => modifier.Kind() is SyntaxKind.AsyncKeyword or SyntaxKind.UnsafeKeyword);
            int position = behind.RawKind == 0 ? syntax.ReturnType.SpanStart : behind.SpanStart;
            edits.Insert(syntax.SyntaxTree, position, isStatic ? "static " : "readonly ");
        }
    }

    private bool TryCorrectReturn()
    {
        ITypeSymbol declared = _wanted.ReturnType;
        ITypeSymbol actual = core.ReturnType;
        if (declaration.RefKind != core.RefKind)
        {
            return false;
        }

        if (Same(declared, actual) || Same(declared, Unwrapped(actual)))
        {
            return true;
        }

        bool isTask = IsTask(declared);
        if (core.IsAsync != isTask && (core.IsAsync || IsTask(actual)))
        {
            return false; // what the body awaits cannot be had at once
        }

        ITypeSymbol type = Wrapped(declared, ResultOf(actual));
        edits.Replace(syntax.ReturnType, Text(type));
        if (isTask && !core.IsAsync && !IsTask(actual))
        {
            new CompletedResults(edits, model, (INamedTypeSymbol)type).ReturnFrom(syntax);
        }

        return true;
    }

    private void CorrectParameters()
    {
        List<ParameterSyntax> old = [.. syntax.ParameterList.Parameters];
        IParameterSymbol? context = core.Parameters.FirstOrDefault(parameter =>
            parameter.Type.IsOurs(WellKnownNames.RunContext) && !_wanted.Parameters.Any(wanted => wanted.Name == parameter.Name));
        List<(string Text, int From)> parameters = [];
        foreach (IParameterSymbol wanted in _wanted.Parameters)
        {
            int from = IndexOf(wanted, context);
            bool agrees = from >= 0 && Agrees(wanted, core.Parameters[from]);
            parameters.Add((agrees ? old[from].ToString() : TextOf(wanted, from), from));
        }

        if (context is not null)
        {
            bool hasParams = _wanted.Parameters.LastOrDefault() is { IsParams: true };
            int position = Math.Min(context.Ordinal, parameters.Count - (hasParams ? 1 : 0));
            parameters.Insert(position, (old[context.Ordinal].ToString(), context.Ordinal));
        }

        Write(parameters, old);
    }

    private void Write(List<(string Text, int From)> parameters, List<ParameterSyntax> old)
    {
        if (parameters.Select(static parameter => parameter.From).SequenceEqual(Enumerable.Range(0, old.Count)))
        {
            for (int i = 0; i < old.Count; i++)
            {
                if (old[i].ToString() != parameters[i].Text)
                {
                    edits.Replace(old[i], parameters[i].Text);
                }
            }
        }
        else
        {
            bool ownLines = old.Count > 0 && Layout.BeginsLine(syntax.SyntaxTree, old[0].SpanStart);
            string start = ownLines ? "\n" + Layout.IndentationOf(old[0]) : "";
            string between = ownLines ? ",\n" + Layout.IndentationOf(old[0]) : ", ";
            edits.Replace(syntax.ParameterList, $"({start}{string.Join(between, parameters.Select(static parameter => parameter.Text))})");
        }
    }

    // The one of the same name; else the one in the same place that no other claims.
    private int IndexOf(IParameterSymbol wanted, IParameterSymbol? context)
    {
        for (int i = 0; i < core.Parameters.Length; i++)
        {
            if (core.Parameters[i].Name == wanted.Name)
            {
                return i;
            }
        }

        int place = context is not null && wanted.Ordinal >= context.Ordinal ? wanted.Ordinal + 1 : wanted.Ordinal;
        bool isFree = place < core.Parameters.Length
            && !SymbolEqualityComparer.Default.Equals(core.Parameters[place], context)
            && !_wanted.Parameters.Any(other => other.Name == core.Parameters[place].Name);
        return isFree && Agrees(wanted, core.Parameters[place]) ? place : -1;
    }

    private string TextOf(IParameterSymbol wanted, int from)
    {
        string attributes = from < 0 ? "" : string.Concat(syntax.ParameterList.Parameters[from].AttributeLists.Select(static list => list + " "));
        return $"{attributes}{ParameterText.Modifiers(wanted, keepThis: false)}{Text(wanted.Type)} {SymbolText.AsIdentifier(wanted.Name)}";
    }

    private bool Agrees(IParameterSymbol wanted, IParameterSymbol actual) =>
        Same(wanted.Type, actual.Type)
        && wanted.RefKind == actual.RefKind
        && (wanted.ScopedKind == ScopedKind.None || actual.ScopedKind != ScopedKind.None || wanted.IsParams);

    private void CorrectTypeParameters()
    {
        bool isOther = core.Arity != declaration.Arity;
        if (isOther)
        {
            string list = SymbolText.TypeParameterList(declaration.TypeParameters);
            edits.Replace(
                syntax.SyntaxTree, syntax.TypeParameterList?.Span ?? new TextSpan(syntax.Identifier.Span.End, 0), list);
        }

        bool haveNames = isOther || declaration.TypeParameters.Select(static parameter => parameter.Name)
            .SequenceEqual(core.TypeParameters.Select(static parameter => parameter.Name));
        string constraints = string.Concat(Clauses());
        string present = string.Concat(syntax.ConstraintClauses.Select(static clause => " " + clause));
        if (haveNames && present != constraints)
        {
            TextSpan span = syntax.ConstraintClauses.Count == 0
                ? new TextSpan(syntax.ParameterList.Span.End, 0)
                : TextSpan.FromBounds(syntax.ParameterList.Span.End, syntax.ConstraintClauses.Last().Span.End);
            edits.Replace(syntax.SyntaxTree, span, constraints);
        }
    }

    private IEnumerable<string> Clauses() =>
        declaration.IsOverride || declaration.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not MethodDeclarationSyntax declared
            ? Constraints.Of(declaration).Select(static clause => " " + clause)
            : declared.ConstraintClauses.Select(static clause => " " + clause);

    private static ITypeSymbol Unwrapped(ITypeSymbol actual)
    {
        ITypeSymbol result = ResultOf(actual);
        return WrapperOf(result) is null ? actual
            : ReferenceEquals(result, actual) ? ((INamedTypeSymbol)result).TypeArguments[0]
            : ((INamedTypeSymbol)actual).OriginalDefinition.Construct(((INamedTypeSymbol)result).TypeArguments[0]);
    }

    // The declared type with its result wrapped as the body wraps it.
    private static ITypeSymbol Wrapped(ITypeSymbol declared, ITypeSymbol actual)
    {
        ITypeSymbol result = ResultOf(declared);
        return WrapperOf(actual) is not { } wrapper || (IsTask(declared) && ReferenceEquals(result, declared)) ? declared
            : ReferenceEquals(result, declared) ? wrapper.Construct(declared)
            : ((INamedTypeSymbol)declared).OriginalDefinition.Construct(wrapper.Construct(result));
    }

    private static INamedTypeSymbol? WrapperOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 1 } wrapper && (type.IsOurs(WellKnownNames.DecisionOfT) || type.IsOurs(WellKnownNames.LlmResultOfT))
            ? wrapper.OriginalDefinition
            : null;

    private static ITypeSymbol ResultOf(ITypeSymbol type) => IsTask(type) && type is INamedTypeSymbol { Arity: 1 } task ? task.TypeArguments[0] : type;

    private static bool IsTask(ITypeSymbol type) =>
        type.Is("System.Threading.Tasks", "Task") || type.Is("System.Threading.Tasks", "ValueTask");

    private bool Same(ITypeSymbol first, ITypeSymbol second) =>
        SymbolEqualityComparer.Default.Equals(first, second) || ((CSharpCompilation)model.Compilation).ClassifyConversion(first, second).IsIdentity;

    private string Text(ITypeSymbol type) => TypeText.At(model, syntax.SpanStart, type);
}
