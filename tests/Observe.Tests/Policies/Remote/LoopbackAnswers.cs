using System.Text;

namespace Observe.Tests.Policies.Remote;

/// <summary>Good answers and bad ones.</summary>
internal static class LoopbackAnswers
{
    /// <summary>Never answers.</summary>
    public static LoopbackAnswer Silence { get; } = async (_, _, stop) =>
    {
        await Task.Delay(Timeout.Infinite, stop);
        return false;
    };

    /// <summary>Closes the connection without a word.</summary>
    public static LoopbackAnswer HangUp { get; } = (_, _, _) => Task.FromResult(false);

    /// <summary>Begins an answer and never comes to its end.</summary>
    public static LoopbackAnswer Drip { get; } = async (_, stream, stop) =>
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n{\"action\":\"allow\",\"reason\":\""), stop);
        while (true)
        {
            await stream.WriteAsync("x"u8.ToArray(), stop);
            await Task.Delay(5, stop);
        }
    };

    /// <summary>Begins an answer and falls silent.</summary>
    public static LoopbackAnswer Stall { get; } = async (_, stream, stop) =>
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n{\"action\":"), stop);
        await Task.Delay(Timeout.Infinite, stop);
        return false;
    };

    /// <summary>Sends without end.</summary>
    public static LoopbackAnswer Flood { get; } = async (_, stream, stop) =>
    {
        await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n["u8.ToArray(), stop);
        byte[] spaces = new byte[64 * 1024];
        Array.Fill(spaces, (byte)' ');
        while (true)
        {
            await stream.WriteAsync(spaces, stop);
        }
    };

    /// <summary>Promises more than it sends, then hangs up.</summary>
    public static LoopbackAnswer CutOff { get; } = async (_, stream, stop) =>
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"action\":\"allow\"}"), stop);
        return false;
    };

    /// <summary>Speaks another protocol.</summary>
    public static LoopbackAnswer Babble { get; } = async (_, stream, stop) =>
    {
        await stream.WriteAsync("SSH-2.0-OpenSSH_9.6\r\n\r\n"u8.ToArray(), stop);
        return false;
    };

    public static LoopbackAnswer Html { get; } = Status(200, "<html><body>Please log in</body></html>", "Content-Type: text/html");

    public static LoopbackAnswer Json(string body) => Status(200, body, "Content-Type: application/json");

    public static LoopbackAnswer Status(int status, string body, params string[] headers) => async (_, stream, stop) =>
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        StringBuilder head = new($"HTTP/1.1 {status} Whatever\r\nContent-Length: {bytes.Length}\r\n");
        foreach (string header in headers)
        {
            head.Append(header).Append("\r\n");
        }

        await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. bytes], stop);
        return true;
    };
}
