using System.Net.Http.Headers;

namespace Observe.Policies.Remote;

/// <summary>Sends questions and takes what comes back, within a time and a size, whatever it is.</summary>
internal sealed class PolicyServer(RemoteDialect dialect, HttpClient? client, TimeSpan timeout) : IDisposable
{
    private const int LargestReply = 1024 * 1024;

    private readonly HttpClient _client = client ?? NewClient();

    public Uri Address => dialect.Address;

    public ServerReply Ask(ReadOnlyMemory<byte> question, TimeProvider timeProvider)
    {
        // The network does not follow the clock of the observer, which may stand still: the limit is in real time.
        using CancellationTokenSource limit = new(timeout);
        try
        {
            using HttpRequestMessage request = NewRequest(question);
            using HttpResponseMessage response = _client.Send(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);

            // A synchronous read takes no token: closing the response is what ends it.
            using CancellationTokenRegistration cut =
                limit.Token.UnsafeRegister(static response => ((HttpResponseMessage)response!).Dispose(), response);
            using Stream body = response.Content.ReadAsStream(limit.Token);
            byte[] buffer = new byte[4096];
            int length = 0;
            while (body.Read(buffer, length, buffer.Length - length) is var read and > 0)
            {
                limit.Token.ThrowIfCancellationRequested();
                length += read;
                Grow(ref buffer, length);
            }

            limit.Token.ThrowIfCancellationRequested();
            return ReplyReader.Read(response.StatusCode, response.Headers, buffer.AsMemory(0, length), timeProvider);
        }
        catch (NotSupportedException)
        {
            return ServerReply.Refused(
                "the HttpClient that was given cannot send synchronously; give another, or call from an asynchronous method");
        }
        catch (Exception exception)
        {
            return Failed(exception, limit);
        }
    }

    public async Task<ServerReply> AskAsync(ReadOnlyMemory<byte> question, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            using HttpRequestMessage request = NewRequest(question);
            using HttpResponseMessage response =
                await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            Stream body = await response.Content.ReadAsStreamAsync(limit.Token).ConfigureAwait(false);
            await using (body.ConfigureAwait(false))
            {
                byte[] buffer = new byte[4096];
                int length = 0;
                while (await body.ReadAsync(buffer.AsMemory(length), limit.Token).ConfigureAwait(false) is var read and > 0)
                {
                    length += read;
                    Grow(ref buffer, length);
                }

                return ReplyReader.Read(response.StatusCode, response.Headers, buffer.AsMemory(0, length), timeProvider);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return Failed(exception, limit);
        }
    }

    public void Dispose()
    {
        if (client is null)
        {
            _client.Dispose();
        }
    }

    private HttpRequestMessage NewRequest(ReadOnlyMemory<byte> question)
    {
        HttpRequestMessage request = new(HttpMethod.Post, dialect.Address) { Content = new ReadOnlyMemoryContent(question) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        dialect.Authenticate(request.Headers);
        return request;
    }

    private ServerReply Failed(Exception exception, CancellationTokenSource limit) => ServerReply.Unreachable(
        limit.IsCancellationRequested
            ? $"no answer within {timeout.TotalMilliseconds:0} ms"
            : $"{exception.GetType().Name}, {exception.Message}");

    private static void Grow(ref byte[] buffer, int length)
    {
        if (length > LargestReply)
        {
            throw new InvalidDataException($"the answer has more than {LargestReply} bytes");
        }

        if (length == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }
    }

    /// <summary>A redirection would carry the key to another server, and a cookie make one question depend on another.</summary>
    private static HttpClient NewClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        MaxResponseDrainSize = 0, // closing a response that is late would else wait for the rest of it
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
    };
}
