using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using Docs;
using Observe;

// Documents hold more characters than the code page of a Windows console.
Console.OutputEncoding = Encoding.UTF8;

ParseResult command = CommandLine.Create(AnswerAsync).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
if (command.Action is ParseErrorAction error)
{
    // One line says what is wrong; --help is there for the rest.
    error.ShowHelp = false;
}

return await command.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });

// Whatever the user can cause ends in one line, not in a stack trace.
static async Task<int> AnswerAsync(AskOptions options, CancellationToken ct)
{
    const int Failed = 1;
    const int Cancelled = 130;
    try
    {
        return await AskCommand.RunAsync(options, ct) ? 0 : Failed;
    }
    catch (OperationCanceledException) when (ct.IsCancellationRequested)
    {
        await Console.Error.WriteLineAsync("cancelled");
        return Cancelled;
    }
    catch (Exception e) when (e is UnusableInputException or IOException or UnauthorizedAccessException or ObserveException)
    {
        await Console.Error.WriteLineAsync(e.Message);
        return Failed;
    }
}
