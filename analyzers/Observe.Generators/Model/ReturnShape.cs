namespace Observe.Generators.Model;

/// <summary>When an observed call is over, and what comes out of it.</summary>
internal enum ReturnShape
{
    Void,
    Value,
    Task,
    TaskOfResult,
    ValueTask,
    ValueTaskOfResult,
    AsyncStream,
    Sequence,
}
