using Microsoft.CodeAnalysis.CSharp;

namespace Observe.Generators.Tests.Fuzzing;

/// <summary>What is known about a declaration while it is being made up.</summary>
internal sealed class Draft(int number, Choices choices, LanguageVersion language)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);

    public int Number { get; } = number;

    /// <summary>Part of every name that must be unique in a compilation.</summary>
    public string Marker { get; } = "F" + number;

    public Choices Choices { get; } = choices;

    public LanguageVersion Language { get; } = language;

    /// <summary>Whether reference types may be annotated where the declaration stands.</summary>
    public bool IsNullable { get; set; } = true;

    /// <summary>Whether types are written with <c>global::</c>; then names that shadow them are legal.</summary>
    public bool IsQualified { get; set; }

    public bool IsUnsafe { get; set; }

    /// <summary>Whether it stands in no namespace.</summary>
    public bool IsGlobal { get; set; }

    public List<FuzzedTypeParameter> TypeParameters { get; } = [];

    public List<FuzzedType> LocalTypes { get; } = [];

    /// <summary>Declarations of types beside the observed one.</summary>
    public List<string> Neighbours { get; } = [];

    /// <summary>Whether only obsolete code may mention what it mentions.</summary>
    public bool MentionsObsolete { get; set; }

    public List<string> Usings { get; } = [];

    /// <summary>The rule that may be reported, if any.</summary>
    public string? Rule { get; private set; }

    public bool HasNewerThan(LanguageVersion version) => Language > version;

    /// <summary>Whether a mistake may be made here: there is only one in a declaration.</summary>
    public bool MayBreak(string rule)
    {
        if (Rule is not null)
        {
            return false;
        }

        Rule = rule;
        return true;
    }

    public string Named(string @namespace, string name) => IsQualified ? $"global::{@namespace}.{name}" : name;

    public string System(string name) => Named("System", name);

    public string Collection(string name) => Named("System.Collections.Generic", name);

    public string Tasks(string name) => Named("System.Threading.Tasks", name);

    public string Ours(string name) => Named("Fuzz", name);

    /// <summary>A reference type that may be null, where that can be said.</summary>
    public string OrNull(string type) => IsNullable ? type + "?" : type;

    /// <summary>Takes a name for a parameter, each once.</summary>
    public string Take(string written) => Free(written, _names);

    /// <summary>Takes a name for a type.</summary>
    public string TakeType(string written) => Free(written, _types);

    /// <summary>Takes a name for a type parameter, which may be neither that of a parameter nor that of a type around it.</summary>
    public string TakeTypeParameter(string written)
    {
        string name = TakeType(written);
        return Take(name) == name ? name : TakeTypeParameter(written + "_");
    }

    private static string Free(string written, HashSet<string> taken)
    {
        string name = written;
        for (int i = 2; !taken.Add(SyntaxFactory.ParseToken(name).ValueText); i++)
        {
            name = written + i;
        }

        return name;
    }
}
