namespace Observe.Aot.Agent;

internal sealed record Quote(Section Section, string Text, double Score);
