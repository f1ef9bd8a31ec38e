namespace Observe;

/// <summary>What a scope says about itself in place of arguments and result.</summary>
/// <param name="Pieces">What stands behind its name.</param>
/// <param name="Below">Lines below.</param>
internal sealed record ScopeFacts(IReadOnlyList<StyledText> Pieces, IReadOnlyList<StyledText> Below);
