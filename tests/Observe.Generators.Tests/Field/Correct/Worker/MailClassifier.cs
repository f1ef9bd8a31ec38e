using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Options;
using Observe;

namespace Mailroom
{
    /// <summary>Reads letters and says what they are. Everything of it is observed by attributes.</summary>
    public partial class MailClassifier
    {
        #region Fields

        private static readonly Dictionary<string, LetterKind> s_words = new Dictionary<string, LetterKind>(StringComparer.OrdinalIgnoreCase)
        {
            { "invoice", LetterKind.Invoice },
            { "payment", LetterKind.Invoice },
            { "complain", LetterKind.Complaint },
            { "unacceptable", LetterKind.Complaint },
            { "curriculum", LetterKind.Application },
        };

        private readonly ModelExperiment _experiment;
        private readonly WorkerOptions _options;

        #endregion

        #region Construction

        public MailClassifier(ModelExperiment experiment, IOptions<WorkerOptions> options)
        {
            _experiment = experiment;
            _options = options.Value;
        }

        #endregion

        #region Run

        [Observe("mail-classifier", Workflow = "mailroom", UserGroup = "mailroom")]
        [Budget(MaxTokens = 8000, MaxDurationSeconds = 30)]
        public partial Task<Classification> ClassifyAsync(Letter letter, [Tag("experiment.variant")] string variant, CancellationToken cancellationToken);

        private async Task<Classification> ClassifyCoreAsync(Letter letter, string variant, RunContext run, CancellationToken cancellationToken)
        {
            string text = Normalise(letter.Body);
            run.SetTag("urgent", letter.IsUrgent ? "yes" : "no");
            run.SetMetadata("age", DateTimeOffset.UtcNow - letter.Received);

            LetterKind? byWord = FindByWord(text);
            if (byWord.HasValue)
            {
                run.RecordScore("confidence", 0.95, "a word that leaves no doubt");
                return new Classification(byWord.Value, 0.95, "rules");
            }

            string model = _experiment.ModelOf(variant);
            ModelAnswer answer = await AskModelAsync(model, text, cancellationToken).ConfigureAwait(false);
            LetterKind kind = ChooseKind(answer.Text);
            run.RecordScore("confidence", answer.Confidence);
            return new Classification(kind, answer.Confidence, model);
        }

        #endregion

        #region Steps

        [Step]
        private partial string Normalise(string body);

        private static string NormaliseCore(string body)
        {
            return string.Join(" ", body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim();
        }

        [Step("find_by_word", Leaf = true)]
        private partial LetterKind? FindByWord(string text);

        private static LetterKind? FindByWordCore(string text)
        {
            foreach (KeyValuePair<string, LetterKind> word in s_words)
            {
                if (text.Contains(word.Key, StringComparison.OrdinalIgnoreCase))
                {
                    return word.Value;
                }
            }

            return null;
        }

        [LlmCall("read_letter", Task = "classify")]
        private partial Task<ModelAnswer> AskModelAsync(string model, string prompt, CancellationToken cancellationToken);

        private async Task<ModelAnswer> AskModelCoreAsync(string model, string prompt, RunContext run, CancellationToken cancellationToken)
        {
            ModelAnswer answer = await _experiment.CompleteAsync(model, prompt, cancellationToken).ConfigureAwait(false);
            run.ReportLlmCall(new LlmCall(model)
            {
                Usage = TokenUsage.OpenAI(answer.InputTokens, answer.OutputTokens),
                ResponsePreview = answer.Text,
                FinishReason = "stop",
            });
            return answer;
        }

        [Decision("kind_of_letter", Options = new[] { "invoice", "complaint", "application", "other" })]
        private partial string NameKind(string answer);

        private static string NameKindCore(string answer)
        {
            switch (answer.Trim().ToUpperInvariant())
            {
                case "INVOICE":
                    return "invoice";
                case "COMPLAINT":
                    return "complaint";
                case "APPLICATION":
                    return "application";
                default:
                    return "other";
            }
        }

        #endregion

        private LetterKind ChooseKind(string answer)
        {
            return (LetterKind)Enum.Parse(typeof(LetterKind), NameKind(answer), ignoreCase: true);
        }
    }

    public sealed class ModelAnswer
    {
        public string Text { get; set; } = "";

        public double Confidence { get; set; }

        public int InputTokens { get; set; }

        public int OutputTokens { get; set; }
    }
}
