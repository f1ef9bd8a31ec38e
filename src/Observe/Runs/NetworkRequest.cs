namespace Observe;

/// <summary>A request over the network that a run made.</summary>
/// <param name="Url">Absolute URL.</param>
/// <param name="Method">Method, for example <c>GET</c>.</param>
/// <param name="Status">Status code of the answer; null when there was none.</param>
public sealed record NetworkRequest(string Url, string Method = "GET", int? Status = null);
