namespace Docs.Reading;

/// <summary>Finds the repository this sample belongs to, whose documents are the default.</summary>
public static class RepositoryFolder
{
    private const string Solution = "Observe.Generators.sln";

    /// <returns>The folder that holds the solution, looked for upwards from here and from the program; null when there is none.</returns>
    public static string? Find() => FindFrom(Environment.CurrentDirectory) ?? FindFrom(AppContext.BaseDirectory);

    private static string? FindFrom(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
