using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Ledgerly.Assistant.Tools;
using Ledgerly.Assistant.Tracing;
using Microsoft.Extensions.AI;
using Observe;

namespace Ledgerly.Assistant;

internal static class Program
{
    private const int Success = 0;
    private const int Failure = 1;
    private const int Refused = 2;

    internal static async Task<int> Main(string[] args)
    {
        AssistantSettings settings = AssistantSettings.FromEnvironment();
        using CancellationTokenSource stop = new();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };

        CostReport costs = new();
        await using Observer observer = Observer.Start(options =>
        {
            options.Exporters.Add(new JsonLinesFileExporter(settings.TraceFolder));
            options.Exporters.Add(costs);
            if (settings.IsVerbose)
            {
                options.Exporters.Add(new ConsoleExporter());
            }

            Governance.Apply(options, settings);
        });

        using HttpClient http = new() { BaseAddress = settings.Gateway };
        using GatewayChatClient client = new(http);
        Ledger ledger = await Ledger.OpenAsync(settings.LedgerFile, stop.Token);
        AccountingTools tools = new(ledger, http);
        AccountantAgent agent = new(client, new ToolRegistry(tools.All()), settings);

        try
        {
            if (args.Contains("--memory"))
            {
                Console.WriteLine($"{Diagnostics.ReadWorkingSet() >> 20} MB, {Diagnostics.Describe()}");
            }
            else if (args.Contains("--chat"))
            {
                await ChatAsync(agent, settings, stop.Token);
            }
            else
            {
                AgentAnswer answer = await agent.AnswerAsync(settings.Session, settings.User, string.Join(' ', args), stop.Token);
                Console.WriteLine(answer.Text);
            }

            return Success;
        }
        catch (PolicyViolationException violation)
        {
            await Console.Error.WriteLineAsync($"Not allowed by {violation.Result.PolicyName}: {violation.Result.Reason}");
            return Refused;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Failure;
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Failure;
        }
        finally
        {
            FlushResult written = await observer.FlushAsync(TimeSpan.FromSeconds(5));
            Console.WriteLine(costs.Summary());
            if (!written.IsComplete)
            {
                await Console.Error.WriteLineAsync($"{written.Dropped} records are lost, {written.Pending} are late");
            }
        }
    }

    private static async Task ChatAsync(AccountantAgent agent, AssistantSettings settings, CancellationToken ct)
    {
        Console.WriteLine("Ask about your books; an empty line ends.");
        while (Console.ReadLine() is { Length: > 0 } question)
        {
            try
            {
                AgentAnswer answer = await agent.AnswerAsync(settings.Session, settings.User, question, ct);
                Console.WriteLine($"{answer.Text}  [{answer.ToolCalls} tools, {answer.CostUsd:0.0000} USD]");
            }
            catch (PolicyViolationException violation)
            {
                Console.WriteLine(violation.Message);
            }
        }
    }
}
