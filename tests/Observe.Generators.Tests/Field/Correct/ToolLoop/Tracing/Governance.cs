using System;
using System.Threading;
using System.Threading.Tasks;
using Observe;

namespace Ledgerly.Assistant.Tracing;

/// <summary>Which rules the assistant is held to, whatever the model says.</summary>
internal static class Governance
{
    public static void Apply(ObserverOptions options, AssistantSettings settings)
    {
        options.Policies.ApprovalHandler = new ConsoleApprovalHandler();
        options.Policies
            .Add(new BudgetPolicy(new BudgetRules
            {
                Limits = [new BudgetLimit { Key = BudgetKey.User, Window = BudgetWindow.Month, MaxCostUsd = 40m }],
                OnExceed = PolicyAction.Throttle,
            }))
            .Add(new LlmPolicy(new LlmRules { AllowedModels = [settings.Model, settings.SmallModel], MaxTokensPerRun = 200_000 }))
            .Add(new ScopePolicy(new ScopeRules { MaxTransactionAmount = 5_000m, MaxRecordsDeleted = 0 }), priority: 20)
            .AddNamed(new FourEyesPolicy());
        if (settings.PolicyFile is { } file)
        {
            options.Policies.AddFile(file);
        }

        if (settings.PolicyServer is { } server)
        {
            options.Policies.Add(
                new OpaPolicy(new OpaPolicyOptions { BaseAddress = server, Path = "ledgerly/tools/allow", CacheFor = TimeSpan.FromSeconds(30) }),
                onFailure: PolicyFailure.Closed);
        }
    }

    /// <summary>Nobody pays what he has asked for himself: the approver is somebody else, or it is at least not late at night.</summary>
    private sealed class FourEyesPolicy : IPolicy
    {
        public string Name => "four-eyes";

        public string Category => "accounting";

        public PolicyPoints Points => PolicyPoints.BeforeToolCall | PolicyPoints.AfterToolCall;

        public PolicyResult Evaluate(PolicyContext context)
        {
            if (!context.IsBefore)
            {
                return context.Error is null ? PolicyResult.Allow : PolicyResult.Warn("a payment has failed");
            }

            int hour = context.TimeProvider.GetLocalNow().Hour;
            return hour is >= 6 and < 22 ? PolicyResult.Allow : PolicyResult.Block("payments are made by day");
        }

        public async ValueTask<PolicyResult> EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return Evaluate(context);
        }
    }
}
