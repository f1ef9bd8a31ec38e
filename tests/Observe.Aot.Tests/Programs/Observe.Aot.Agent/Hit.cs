namespace Observe.Aot.Agent;

internal sealed record Hit(Section Section, double Score);
