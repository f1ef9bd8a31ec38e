using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>
/// All that a model can depend on, its own tree apart: the declarations of a compilation, its references and its options. Most
/// keystrokes change a body and none of this, so what was parsed before still holds.
/// </summary>
internal sealed class CompilationDeclarations : IEquatable<CompilationDeclarations>
{
    private static readonly ConditionalWeakTable<Compilation, CompilationDeclarations> s_known = new();

    private readonly string _fingerprint;
    private readonly string? _assembly;
    private readonly CompilationOptions _options;
    private readonly MetadataReference[] _references;
    private readonly HashSet<string> _globalAliases;

    private CompilationDeclarations(Compilation compilation, CancellationToken cancellationToken)
    {
        StringBuilder fingerprints = new();
        _globalAliases = [];
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            TreeDeclarations declarations = TreeDeclarations.Of(tree, cancellationToken);
            fingerprints.Append(declarations.Fingerprint);
            _globalAliases.UnionWith(declarations.GlobalAliases);
        }

        using SHA256 hash = SHA256.Create();
        _fingerprint = Convert.ToBase64String(hash.ComputeHash(Encoding.ASCII.GetBytes(fingerprints.ToString())));
        _assembly = compilation.AssemblyName;
        _options = compilation.Options;
        _references = [.. compilation.References];
    }

    public static CompilationDeclarations Of(Compilation compilation, CancellationToken cancellationToken)
    {
        if (!s_known.TryGetValue(compilation, out CompilationDeclarations? known))
        {
            CompilationDeclarations read = new(compilation, cancellationToken);
            known = s_known.GetValue(compilation, _ => read);
        }

        return known;
    }

    /// <summary>Whether a <c>global using</c> makes the name stand for another; which, only binding tells.</summary>
    public bool IsGlobalAlias(string name) => _globalAliases.Contains(name);

    public bool Equals(CompilationDeclarations? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && _fingerprint == other._fingerprint
            && _assembly == other._assembly
            && _options.Equals(other._options)
            && _references.SequenceEqual(other._references));

    public override bool Equals(object? obj) => Equals(obj as CompilationDeclarations);

    public override int GetHashCode() => _fingerprint.GetHashCode();
}
