using System.Collections.Generic;
using Observe;

namespace Cases.Recursion;

public sealed class Node
{
    public string Name { get; init; } = "";

    public Node? Next { get; set; }

    public List<Node> Children { get; } = [];

    public Dictionary<string, Node> Index { get; } = [];
}

// Every step down is another type.
public sealed class Spiral<T>
{
    public T? Value { get; init; }

    public Spiral<Spiral<T>>? Inner { get; init; }
}

public partial class Walker
{
    [Step]
    public partial Node Visit(Node node);

    private static Node VisitCore(Node node) => node.Next ?? node;

    [Step]
    public partial int Wind(Spiral<int> spiral);

    private static int WindCore(Spiral<int> spiral) => spiral.Value;
}
