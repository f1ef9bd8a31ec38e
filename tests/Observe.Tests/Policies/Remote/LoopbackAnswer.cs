namespace Observe.Tests.Policies.Remote;

/// <summary>Answers a request; false closes the connection.</summary>
internal delegate Task<bool> LoopbackAnswer(LoopbackRequest request, Stream stream, CancellationToken stop);
