using System;
using System.Globalization;
using System.Threading.Tasks;
using Observe;

namespace Cases.Roles;

public enum Plan
{
    Free,
    Team,
}

public sealed record Account(string Name, [Sensitive] string Iban);

public partial class Roles
{
    [Observe("roles", Workflow = "onboarding", SessionId = "s-default", UserId = "u-default", EndUserId = "e-default", UserGroup = "g-default")]
    public partial Task<int> RunAsync(
        [SessionId] string? session,
        [UserId] int user,
        [EndUserId] Guid? endUser,
        [UserGroup] Plan group,
        [AnonymousId] object visitor,
        [Tag] string priority,
        [Tag("tenant.id-1")] long tenant,
        [Metadata] Account account,
        [Metadata("attempts"), NotCaptured] int[] attempts,
        [Metadata, Sensitive] string password);

    private async Task<int> RunCoreAsync(
        string? session, int user, Guid? endUser, Plan group, object visitor, string priority, long tenant, Account account, int[] attempts, string password)
    {
        Check(group, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        await Task.Yield();
        return attempts.Length;
    }

    [Step]
    public partial void Check([Tag] Plan plan, [Metadata("seen")] DateTime at);

    private static void CheckCore(Plan plan, DateTime at) => _ = at.ToString(CultureInfo.InvariantCulture);

    [Observe]
    public static partial int Minimal<T>([SessionId] T session, [UserId] in string user);

    private static int MinimalCore<T>(T session, in string user) => user.Length;
}
