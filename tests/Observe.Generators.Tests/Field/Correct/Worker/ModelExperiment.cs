using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Options;
using Observe;

namespace Mailroom
{
    /// <summary>
    /// Control and challenger. The same letter always gets the same variant; what comes out is told as scores.
    /// </summary>
    public class ModelExperiment
    {
        public const string Control = "control";
        public const string Challenger = "challenger";

        private readonly ConcurrentDictionary<string, Tally> _tallies = new ConcurrentDictionary<string, Tally>();
        private readonly WorkerOptions _options;

        public ModelExperiment(IOptions<WorkerOptions> options)
        {
            _options = options.Value;
        }

        public string Draw(Letter letter)
        {
            double drawn = (uint)letter.Id.GetHashCode() % 1000 / 1000.0;
            string variant = drawn < _options.ChallengerShare ? Challenger : Control;
            RunContext.Current?.RecordDecision(
                "experiment", new[] { Control, Challenger }, variant, "by the number of the letter", confidence: 1.0, instrumentationType: "experiment");
            return variant;
        }

        public string ModelOf(string variant)
        {
            return variant == Challenger ? _options.Challenger : _options.Model;
        }

        public virtual Task<ModelAnswer> CompleteAsync(string model, string prompt, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ModelAnswer answer = new ModelAnswer
            {
                Text = prompt.Length % 2 == 0 ? "other" : "complaint",
                Confidence = 0.5,
                InputTokens = prompt.Length / 4,
                OutputTokens = 1,
            };
            return Task.FromResult(answer);
        }

        public void Count(string variant, Classification classification)
        {
            Tally tally = _tallies.GetOrAdd(variant, _ => new Tally());
            tally.Add(classification.Confidence);
        }

        public IReadOnlyDictionary<string, double> Report()
        {
            return _tallies.ToDictionary(pair => pair.Key, pair => pair.Value.Mean());
        }

        private sealed class Tally
        {
            private double _sum;
            private int _count;

            public void Add(double value)
            {
                lock (this)
                {
                    _sum += value;
                    _count++;
                }
            }

            public double Mean()
            {
                lock (this)
                {
                    return _count == 0 ? 0 : _sum / _count;
                }
            }
        }
    }
}
