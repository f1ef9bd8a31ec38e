using Observe.Recording;

namespace Observe.Policies;

/// <summary>Tells policies what a call of a language model used.</summary>
internal static class PolicyMetering
{
    public static void Charge(PolicyEntry[] policies, RunContext run, int scopeId, Meter meter, in LlmUsage used)
    {
        RunRecorder recorder = run.Recorder!;
        foreach (PolicyEntry entry in policies)
        {
            if (!entry.IsFor(run.Agent))
            {
                continue;
            }

            try
            {
                ((IMeteringPolicy)entry.Policy).Charge(new PolicyCharge(
                    run,
                    used,
                    recorder.FindHold(scopeId, entry.Policy),
                    entry.MeterIn(meter, recorder),
                    entry.Owner is null,
                    recorder.Observer.Options.TimeProvider));
            }
            catch (Exception exception)
            {
                recorder.Warn($"Policy \"{entry.Policy.Name}\" could not be told of a call of \"{used.Model}\": {exception.GetType().Name}.");
            }
        }
    }
}
