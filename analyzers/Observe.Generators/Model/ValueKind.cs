namespace Observe.Generators.Model;

internal enum ValueKind
{
    /// <summary>The capture writer has an overload for it.</summary>
    Scalar,

    /// <summary>It has a generated writer.</summary>
    Data,
    Nullable,
    Sequence,
    Dictionary,

    /// <summary>Known at run time only.</summary>
    Dynamic,

    /// <summary>Its type is named, the value is not looked at.</summary>
    Named,

    /// <summary>A mask is written, the value is not looked at.</summary>
    Masked,
}
