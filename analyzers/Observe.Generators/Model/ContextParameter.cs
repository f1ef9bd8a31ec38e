namespace Observe.Generators.Model;

/// <summary>Whether the body asks for the <c>RunContext</c> as one more parameter.</summary>
internal enum ContextParameter
{
    None,

    /// <summary>Outside a run it receives a context that records nothing.</summary>
    Required,

    /// <summary>Outside a run it receives null.</summary>
    Optional,
}
