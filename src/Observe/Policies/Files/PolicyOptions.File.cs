using Observe.Policies.Files;

namespace Observe;

public sealed partial class PolicyOptions
{
    private readonly Dictionary<string, Func<PolicyDefinition, IPolicy>> _categories = [];

    /// <summary>
    /// Adds the policies of a JSON file: an array, or an object with an array <c>policies</c>, of
    /// <c>{ name, category, rules, scope: { agents: [names, * stands for any characters] }, enabled (true), priority (100), description,
    /// version, on_failure ("closed" or "open") }</c>. Comments and trailing commas are allowed; without agents a policy is for all.
    /// </summary>
    /// <remarks>
    /// The file is read at once, and again when it changes. A changed file that has anything wrong is rejected whole: the policies read
    /// before stay in force, and a warning names every problem with its line. A policy whose name, category, version and rules stay as
    /// they were keeps its counts; any other starts anew.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="options">How it is watched. Default: as <see cref="PolicyFileOptions"/> says.</param>
    /// <returns>These options, for the next one.</returns>
    /// <exception cref="PolicyFileException">The file is missing, cannot be read, or has anything wrong.</exception>
    /// <exception cref="ArgumentException">A time of the options is out of its range.</exception>
    public PolicyOptions AddFile(string path, PolicyFileOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        options ??= new PolicyFileOptions();
        options.Validate();
        Sources.Add(new PolicyFileSource(path, options, new PolicyCategories(_categories)));
        return this;
    }

    /// <summary>
    /// Adds a category of policies for the files that are added after it. Underscores in the name count as hyphens.
    /// </summary>
    /// <param name="category">The word that stands as <c>category</c> in the file.</param>
    /// <param name="create">
    /// Makes a policy from what the file says; it is called again when that has changed. The policy must have the name of the definition.
    /// An exception rejects the file: see <see cref="PolicyRules.Wrong"/>.
    /// </param>
    /// <returns>These options, for the next one.</returns>
    /// <exception cref="ArgumentException">The category is built in, or was added before.</exception>
    public PolicyOptions AddCategory(string category, Func<PolicyDefinition, IPolicy> create)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(category);
        ArgumentNullException.ThrowIfNull(create);
        string name = CategoryNames.Normalize(category);
        if (Array.IndexOf(CategoryNames.BuiltIn, name) >= 0 || !_categories.TryAdd(name, create))
        {
            throw new ArgumentException($"There is a category \"{name}\" already; choose another name.", nameof(category));
        }

        return this;
    }
}
