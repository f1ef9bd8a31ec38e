namespace Observe.Generators.Model;

internal enum DataKind
{
    /// <summary>Walked member by member; may be null and may be part of a cycle.</summary>
    Class,

    /// <summary>Walked member by member.</summary>
    Struct,

    /// <summary>Written as the member's name.</summary>
    Enum,
}
