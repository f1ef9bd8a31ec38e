using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Observe;
using Skyline.Support.Application;
using Skyline.Support.Domain;

namespace Skyline.Support.Agents;

public sealed record BagFinding(string? Tag, BagState? State);

public sealed partial class BaggageAgent : SpecialistAgent<BagFinding>
{
    private readonly IAirlineGateway _airline;

    public BaggageAgent(IAirlineGateway airline, ICompletionService completions, IOptions<SupportOptions> options, ILogger<BaggageAgent> logger)
        : base(completions, options, logger) => _airline = airline;

    public override Department Department => Department.Baggage;

    [Observe("baggage-agent", Workflow = "support")]
    [AllowTools("locate_bag")]
    public override partial Task<CaseResult> HandleAsync(SupportCase supportCase, CancellationToken cancellationToken = default);

    private Task<CaseResult> HandleCoreAsync(SupportCase supportCase, RunContext run, CancellationToken cancellationToken) =>
        WorkAsync(supportCase, run, cancellationToken);

    protected override async Task<BagFinding> InvestigateAsync(SupportCase supportCase, CancellationToken cancellationToken)
    {
        string? tag = ReadTag(supportCase.Text);
        return new BagFinding(tag, tag is null ? null : await LocateBagAsync(tag, cancellationToken));
    }

    protected override CaseResult Conclude(SupportCase supportCase, BagFinding finding, string message) => finding switch
    {
        { Tag: null } => CaseResult.HandOver(Department.Human, "We need the number on your baggage receipt."),
        { State.IsOnItsWay: true } => CaseResult.Solved(message),
        { State.Station: var station } => CaseResult.HandOver(Department.Human, $"Your bag is in {station}; a colleague will have it sent."),
        _ => throw new CaseException("Nobody knows where the bag is."),
    };

    [Step("read_tag", Leaf = true)]
    private partial string? ReadTag(string text);

    private static string? ReadTagCore(string text) =>
        text.Split(' ', ',', '.').FirstOrDefault(static word => word.Length == 10 && word.All(char.IsAsciiDigit));

    [ToolCall(ToolType = ToolTypes.Api)]
    private partial Task<BagState> LocateBagAsync(string tag, CancellationToken cancellationToken);

    private Task<BagState> LocateBagCoreAsync(string tag, CancellationToken cancellationToken) => _airline.LocateBagAsync(tag, cancellationToken);
}
