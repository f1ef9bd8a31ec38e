using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Observe;

namespace Cases.Privacy;

public record Card([Sensitive] string Number, string Holder);

public sealed record GoldCard(string Number, string Holder, int Points) : Card(Number, Holder);

public abstract class Person
{
    [Sensitive]
    public abstract string Name { get; }

    [NotCaptured]
    public virtual string Notes => "";
}

public sealed class Patient : Person, IHasInsurance
{
    public override string Name => throw new InvalidOperationException("must not be read");

    public override string Notes => throw new InvalidOperationException("must not be read");

    public string InsuranceNumber => throw new InvalidOperationException("must not be read");

    public int Age => 7;
}

public interface IHasInsurance
{
    [Sensitive]
    string InsuranceNumber { get; }
}

public sealed class Login([Sensitive] string password)
{
    public string User { get; init; } = "";

    public string Password => password;
}

[Sensitive]
public sealed record ApiKey(string Value);

public sealed record DerivedSettings(ApiKey Key, Dictionary<string, ApiKey> Keys, [property: Sensitive] string Token, Noise Noise);

[NotCaptured]
public sealed class Noise
{
    public int Level => throw new InvalidOperationException("must not be read");
}

public interface ILookup
{
    [return: Sensitive]
    string Find([Sensitive] string secret, string plain);
}

public sealed partial class Vault : ILookup
{
    [ToolCall]
    public partial Task<Card> PayAsync(Card card, GoldCard gold, [Sensitive] string pin, [NotCaptured] string trace, List<Card> others);

    private static Task<Card> PayCoreAsync(Card card, GoldCard gold, string pin, string trace, List<Card> others) => Task.FromResult(card);

    [ToolCall]
    [return: Sensitive]
    public partial string Reveal(ApiKey key, List<ApiKey> keys, DerivedSettings settings, Noise noise, List<Noise> noises, (ApiKey Key, Noise Noise, int Number) pair);

    private static string RevealCore(ApiKey key, List<ApiKey> keys, DerivedSettings settings, Noise noise, List<Noise> noises, (ApiKey Key, Noise Noise, int Number) pair) => key.Value;

    [Step]
    [return: NotCaptured]
    public partial int Examine(Patient patient, Login login);

    private static int ExamineCore(Patient patient, Login login) => patient.Age;

    [Step]
    public partial string Find(string secret, string plain);

    private static string FindCore(string secret, string plain) => secret + plain;

    // An attribute that went to the body by mistake counts all the same.
    [Step]
    public partial string Mistaken(string plain, string secret);

    [return: Sensitive]
    private static string MistakenCore(RunContext? run, string plain, [Sensitive] string secret) => plain + secret;

    [Step]
    public partial Noise Hush();

    private static Noise HushCore() => new();

    [Step]
    public partial IAsyncEnumerable<ApiKey> KeysAsync();

    private static async IAsyncEnumerable<ApiKey> KeysCoreAsync()
    {
        await Task.Yield();
        yield return new ApiKey("k");
    }
}
