using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Observe;
using Skyline.Support.Agents;

namespace Skyline.Support.Infrastructure;

/// <summary>Asks the people at the desk; who does not answer has not approved.</summary>
public sealed class DeskApprovalHandler(IHumanDesk desk, ILogger<DeskApprovalHandler> logger) : IApprovalHandler
{
    public async ValueTask<ApprovalDecision> RequestAsync(ApprovalRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        DeskAnswer? answer = await desk.AskAsync($"{request.Operation} in {request.RunId}", request.Timeout, cancellationToken).ConfigureAwait(false);
        bool isApproved = answer is { Text: "yes" or "approved" };
        logger.LogInformation("{Operation} is {Approved}", request.Operation, isApproved);
        return new ApprovalDecision(isApproved, answer?.Clerk ?? "", answer is null ? "nobody was there" : "");
    }
}
