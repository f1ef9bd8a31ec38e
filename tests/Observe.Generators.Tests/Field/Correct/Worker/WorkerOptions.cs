using System;

namespace Mailroom
{
    public sealed class WorkerOptions
    {
        public string Model { get; set; } = "gpt-4o-mini";

        public string Challenger { get; set; } = "claude-haiku-4-5";

        /// <summary>Share of the letters that the challenger reads, 0 to 1.</summary>
        public double ChallengerShare { get; set; } = 0.1;

        public int BatchSize { get; set; } = 25;

        public int Workers { get; set; } = 4;

        public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(2);

        public TimeSpan KeepFor { get; set; } = TimeSpan.FromDays(90);

        public string TraceFolder { get; set; } = "traces";
    }
}
