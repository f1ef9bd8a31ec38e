using System;
using Observe;

namespace Mailroom
{
    public enum LetterKind
    {
        Invoice,
        Complaint,
        Application,
        Other
    }

    public sealed class Letter
    {
        public Letter(long id, string sender, string body, DateTimeOffset received)
        {
            Id = id;
            Sender = sender;
            Body = body;
            Received = received;
        }

        public long Id { get; }

        [Sensitive]
        public string Sender { get; }

        public string Body { get; }

        public DateTimeOffset Received { get; }

        public bool IsUrgent { get; set; }
    }

    public readonly struct Classification
    {
        public Classification(LetterKind kind, double confidence, string model)
        {
            Kind = kind;
            Confidence = confidence;
            Model = model;
        }

        public LetterKind Kind { get; }

        public double Confidence { get; }

        public string Model { get; }
    }
}
