using Observe;
using Observe.Aot.Agent;

string traces = args is [string folder] ? folder : "runs";
await using Observer observer = Observer.Start(options =>
{
    options.Exporters.Add(new ConsoleExporter());
    options.Exporters.Add(new JsonLinesFileExporter(traces));
});

Answer answer = await new LibraryAgent().AnswerAsync("s-1", "How do I mask a secret argument?");
FlushResult result = await observer.FlushAsync();
Console.WriteLine(answer.Text);
return result.IsComplete ? 0 : 1;
