using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using Skyline.Support.Domain;

namespace Skyline.Support.Application;

public sealed class SupportOptions : IValidatableObject
{
    [Required]
    public string Model { get; set; } = "claude-haiku-4-5";

    [Range(1, 10)]
    public int MaxHandOffs { get; set; } = 3;

    public decimal MaxRefund { get; set; } = 400m;

    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(2);

    public IDictionary<Department, string> Instructions { get; } = new Dictionary<Department, string>
    {
        [Department.Baggage] = "Find the bag first, be sorry second.",
        [Department.Refunds] = "Refund what the rules say, nothing else.",
        [Department.Rebooking] = "Offer the next flight with free seats.",
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Patience <= TimeSpan.Zero)
        {
            yield return new ValidationResult("Patience must be more than nothing.", [nameof(Patience)]);
        }
    }
}
