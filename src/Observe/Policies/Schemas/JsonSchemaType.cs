namespace Observe.Policies.Schemas;

/// <summary>Types of JSON Schema.</summary>
internal enum JsonSchemaType
{
    Null,
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}
