namespace Observe.Aot.Agent;

internal enum Route
{
    Definition,
    Instruction,
    Overview,
}
