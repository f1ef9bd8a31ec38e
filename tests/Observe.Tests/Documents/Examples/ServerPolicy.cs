namespace Observe.Tests.Documents;

internal static class ServerPolicy
{
    public static void Add(ObserverOptions options)
    {
        // example
        options.Policies.Add(new OpaPolicy(new OpaPolicyOptions
        {
            BaseAddress = new Uri("http://localhost:8181"),
            Path = "agents/decision",
            Timeout = TimeSpan.FromMilliseconds(500),
        }));
    }
}
