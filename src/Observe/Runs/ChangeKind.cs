namespace Observe;

/// <summary>What a run changed outside itself.</summary>
public enum ChangeKind
{
    /// <summary>Records that were inserted or updated.</summary>
    RecordsModified,

    /// <summary>Records that were deleted.</summary>
    RecordsDeleted,

    /// <summary>Files that were written, moved or deleted.</summary>
    FilesChanged,

    /// <summary>Money that was moved, in the currency that the policy counts in.</summary>
    TransactionAmount,

    /// <summary>Calls of other systems that change something there.</summary>
    ApiWrites,
}
