using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Skyline.Support.Application;
using Skyline.Support.Domain;

namespace Skyline.Support.Infrastructure;

public sealed class CaseRepository : ICaseRepository
{
    private readonly ConcurrentDictionary<string, (SupportCase Case, CaseResult? Result)> _cases = new();

    public Task<SupportCase?> FindAsync(string number, CancellationToken cancellationToken) =>
        Task.FromResult(_cases.TryGetValue(number, out (SupportCase Case, CaseResult? Result) found) ? found.Case : null);

    public Task SaveAsync(SupportCase supportCase, CaseResult result, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _cases[supportCase.Number] = (supportCase, result);
        return Task.CompletedTask;
    }
}
