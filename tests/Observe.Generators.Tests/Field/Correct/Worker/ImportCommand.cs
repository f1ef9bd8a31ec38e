using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Observe;

namespace Mailroom
{
    /// <summary>Imports letters from a folder: called by the operator, under an observer that prints.</summary>
    public static class ImportCommand
    {
        public static async Task<int> ImportAsync(string folder, IMailQueue queue, CancellationToken cancellationToken)
        {
            await using (Observer observer = Observer.Create(options => options.Exporters.Add(new ConsoleExporter())))
            {
                int imported = await observer.RunAsync("mail-import", run => ImportFilesAsync(folder, queue, run, cancellationToken)).ConfigureAwait(false);
                FlushResult result = await observer.FlushAsync().ConfigureAwait(false);
                return result.IsComplete ? imported : -1;
            }
        }

        public static int CountFiles(string folder)
        {
            return RunContext.Run("mail-count", run =>
            {
                string[] files = Directory.GetFiles(folder);
                run.SetMetadata("files", CapturedValue.List(Array.ConvertAll<string, CapturedValue>(files, file => Path.GetFileName(file))));
                run.SetResult(files.Length);
                return files.Length;
            });
        }

        private static async Task<int> ImportFilesAsync(string folder, IMailQueue queue, RunContext run, CancellationToken cancellationToken)
        {
            long id = 0;
            foreach (string file in Directory.EnumerateFiles(folder, "*.txt"))
            {
                string body = await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false);
                if (body.Length == 0)
                {
                    run.RecordToolCall("read_file", Path.GetFileName(file), error: "empty");
                    continue;
                }

                run.RecordToolCall("read_file", Path.GetFileName(file), body.Length, toolType: ToolTypes.Function);
                await queue.AddAsync(new Letter(++id, "import", body, File.GetLastWriteTimeUtc(file)), cancellationToken).ConfigureAwait(false);
            }

            run.RecordReasoning("import", "files are read in the order of the folder", new List<string> { folder }, "numbers are given anew");
            run.RecordRetrieval("*.txt", source: folder, topK: (int)id);
            run.SetResult(id);
            return (int)id;
        }
    }
}
