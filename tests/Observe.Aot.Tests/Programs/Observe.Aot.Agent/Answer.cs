namespace Observe.Aot.Agent;

internal sealed record Answer(string Text, Route Route, IReadOnlyList<Quote> Quotes);
