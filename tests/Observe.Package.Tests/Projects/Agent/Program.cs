using System.Text;
using Observe;

Console.OutputEncoding = Encoding.UTF8;
await using Observer observer = Observer.Start(options =>
{
    options.Exporters.Add(new ConsoleExporter());
    options.Exporters.Add(new JsonLinesFileExporter("runs"));
});

await new SupportAgent().HandleAsync("s-42", new Ticket("Where is my refund?", Priority.High));
