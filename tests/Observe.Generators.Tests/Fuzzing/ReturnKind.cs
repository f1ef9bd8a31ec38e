namespace Observe.Generators.Tests.Fuzzing;

internal enum ReturnKind
{
    Void,
    Value,
    Task,
    TaskOfResult,
    ValueTask,
    ValueTaskOfResult,
    Sequence,
    Stream,
    Unsupported,
}
