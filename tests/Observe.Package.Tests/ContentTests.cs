using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Observe.Package.Tests;

[Collection(nameof(PackedPackage))]
public sealed class ContentTests(PackedPackage package)
{
    [Fact]
    public void It_holds_the_library_the_generator_its_fixes_and_the_readme_and_nothing_else()
    {
        Assert.Equal(
            [
                "Observe.nuspec",
                "README.md",
                "THIRD-PARTY-NOTICES",
                "analyzers/dotnet/cs/Observe.CodeFixes.dll",
                "analyzers/dotnet/cs/Observe.Generators.dll",
                "lib/net10.0/Observe.dll",
                "lib/net10.0/Observe.xml",
                "lib/net8.0/Observe.dll",
                "lib/net8.0/Observe.xml",
            ],
            ContentsOf(package.File));
    }

    [Fact]
    public void The_symbols_are_in_a_package_of_their_own()
    {
        Assert.Equal(["Observe.nuspec", "lib/net10.0/Observe.pdb", "lib/net8.0/Observe.pdb"], ContentsOf(package.SymbolsFile));
    }

    [Fact]
    public void It_is_under_the_MIT_licence_shows_its_readme_and_needs_no_other_package()
    {
        XElement metadata = ReadMetadata();

        Assert.Equal("Observe", Value("id"));
        Assert.Equal(package.Version, Value("version"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("expression", Element("license")?.Attribute("type")?.Value);
        Assert.Equal("README.md", Value("readme"));
        Assert.False(string.IsNullOrWhiteSpace(Value("description")));
        Assert.Equal(["net10.0", "net8.0"], Groups().Select(group => group.Attribute("targetFramework")?.Value).Order());
        Assert.All(Groups(), group => Assert.Empty(group.Elements()));

        XElement? Element(string name) => metadata.Element(metadata.Name.Namespace + name);

        string? Value(string name) => Element(name)?.Value;

        IEnumerable<XElement> Groups() => Element("dependencies")!.Elements();
    }

    [Theory]
    [InlineData("lib/net8.0/Observe.dll")]
    [InlineData("lib/net10.0/Observe.dll")]
    [InlineData("analyzers/dotnet/cs/Observe.CodeFixes.dll")]
    [InlineData("analyzers/dotnet/cs/Observe.Generators.dll")]
    public void Its_assemblies_are_compiled_deterministically(string path)
    {
        using PEReader assembly = new(new MemoryStream(ReadEntry(path)));

        Assert.Contains(assembly.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.Reproducible);
    }

    [Theory]
    [InlineData("lib/net8.0/Observe.dll")]
    [InlineData("lib/net10.0/Observe.dll")]
    public void The_library_does_not_refer_to_the_generator_or_the_compiler(string path)
    {
        Assert.All(ReferencesOf(path), name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }

    // A compiler of the command line has no workspaces to load; it must find none to miss in what it runs.
    [Fact]
    public void Only_the_fixes_need_an_editor()
    {
        Assert.DoesNotContain(ReferencesOf("analyzers/dotnet/cs/Observe.Generators.dll"), IsOfEditor);
        Assert.Contains(ReferencesOf("analyzers/dotnet/cs/Observe.CodeFixes.dll"), IsOfEditor);

        static bool IsOfEditor(string reference) => reference.EndsWith(".Workspaces", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_package_can_be_made_from_what_is_built_already_and_not_without_its_readme()
    {
        using TestFolder folder = new();
        string project = Path.Combine("src", "Observe");
        CopySources(folder);

        (await Command.DotnetAsync(folder.Path, "build", project, "--configuration", "Release")).Succeeded();
        CommandResult failed = await PackAsync();
        await File.WriteAllTextAsync(folder.Of("README.md"), "# Observe");
        (await PackAsync()).Succeeded();

        Assert.NotEqual(0, failed.ExitCode);
        Assert.Contains(failed.Complaints, line => line.Contains("README.md", StringComparison.Ordinal));
        string packed = Assert.Single(Directory.GetFiles(folder.Of("feed"), "*.nupkg"));
        Assert.Contains("analyzers/dotnet/cs/Observe.CodeFixes.dll", ContentsOf(packed));
        Assert.Contains("analyzers/dotnet/cs/Observe.Generators.dll", ContentsOf(packed));

        Task<CommandResult> PackAsync() =>
            Command.DotnetAsync(folder.Path, "pack", project, "--configuration", "Release", "--no-build", "--output", folder.Of("feed"));
    }

    private static void CopySources(TestFolder folder)
    {
        foreach (string name in (string[])["Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "THIRD-PARTY-NOTICES"])
        {
            File.Copy(Path.Combine(TestFolder.Repository, name), folder.Of(name));
        }

        foreach (string name in (string[])["src", "analyzers"])
        {
            string from = Path.Combine(TestFolder.Repository, name);
            foreach (string source in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                string relative = Path.GetRelativePath(from, source);
                if (!relative.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
                {
                    string copy = folder.Of(name, relative);
                    Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                    File.Copy(source, copy);
                }
            }
        }
    }

    /// <summary>The files of a package, without those of the container format (ECMA-376, part 2).</summary>
    private static IEnumerable<string> ContentsOf(string file)
    {
        using ZipArchive archive = ZipFile.OpenRead(file);
        return [.. archive.Entries.Select(entry => entry.FullName).Where(name => !IsOfContainer(name)).Order(StringComparer.Ordinal)];
    }

    private static bool IsOfContainer(string name) =>
        name == "[Content_Types].xml" || name.StartsWith("_rels/", StringComparison.Ordinal) || name.StartsWith("package/", StringComparison.Ordinal);

    private IReadOnlyList<string> ReferencesOf(string path)
    {
        using PEReader assembly = new(new MemoryStream(ReadEntry(path)));
        MetadataReader metadata = assembly.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name))];
    }

    private byte[] ReadEntry(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(package.File);
        using Stream entry = archive.GetEntry(path)!.Open();
        using MemoryStream content = new();
        entry.CopyTo(content);
        return content.ToArray();
    }

    private XElement ReadMetadata()
    {
        using MemoryStream content = new(ReadEntry("Observe.nuspec"));
        XElement root = XDocument.Load(content).Root!;
        return root.Element(root.Name.Namespace + "metadata")!;
    }
}
