namespace Observe;

/// <summary>Well-known kinds of tools; any other text may be used as well.</summary>
public static class ToolTypes
{
    /// <summary>A function of the program itself.</summary>
    public const string Function = "function";

    /// <summary>A remote programming interface.</summary>
    public const string Api = "api";

    /// <summary>A database.</summary>
    public const string Database = "database";

    /// <summary>A vector store.</summary>
    public const string VectorDatabase = "vector_db";

    /// <summary>A retriever of documents.</summary>
    public const string Retriever = "retriever";
}
