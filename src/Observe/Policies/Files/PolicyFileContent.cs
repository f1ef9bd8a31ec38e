namespace Observe.Policies.Files;

/// <summary>What a policy file says: the last content that was right, and the policies made from it.</summary>
internal sealed class PolicyFileContent
{
    private readonly string _file;
    private readonly PolicyCategories _categories;
    private IReadOnlyList<FilePolicy> _policies = [];
    private PolicyRegistration[] _current = [];
    private byte[] _accepted;
    private byte[]? _rejected;

    /// <summary>Takes the first content.</summary>
    /// <exception cref="PolicyFileException">Anything is wrong.</exception>
    public PolicyFileContent(string file, byte[] content, PolicyCategories categories)
    {
        _file = file;
        _categories = categories;
        _accepted = content;
        Read(content);
    }

    /// <summary>The policies that are enabled.</summary>
    public PolicyRegistration[] Current => Volatile.Read(ref _current);

    /// <summary>Whether this content was the last to be taken or rejected.</summary>
    public bool Has(byte[] content)
    {
        if (content.AsSpan().SequenceEqual(_accepted))
        {
            _rejected = null;
            return true;
        }

        return _rejected is not null && content.AsSpan().SequenceEqual(_rejected);
    }

    /// <summary>Puts the policies of this content in force.</summary>
    /// <exception cref="PolicyFileException">Anything is wrong; the policies in force are those before.</exception>
    public void Take(byte[] content)
    {
        _rejected = content;
        Read(content);
        _rejected = null;
        _accepted = content;
    }

    private void Read(byte[] content)
    {
        _policies = PolicyFileReader.Read(_file, content, _categories, _policies);
        List<PolicyRegistration> current = [];
        foreach (FilePolicy policy in _policies)
        {
            if (policy.IsEnabled)
            {
                current.Add(policy.ToRegistration());
            }
        }

        Volatile.Write(ref _current, [.. current]);
    }
}
