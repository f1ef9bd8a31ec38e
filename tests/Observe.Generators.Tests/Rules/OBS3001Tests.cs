using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS3001Tests
{
    [Theory]
    [InlineData("string password", "a password")]
    [InlineData("string? userPwd", "a password")]
    [InlineData("string passwordHash", "a password")]
    [InlineData("char[] passphrase", "a password")]
    [InlineData("string password2", "a password")]
    [InlineData("string clientSecret", "a secret")]
    [InlineData("string token", "an access token")]
    [InlineData("string access_token", "an access token")]
    [InlineData("string refreshTokenValue", "an access token")]
    [InlineData("string authorization", "an access token")]
    [InlineData("IDictionary<string, string> cookies", "an access token")]
    [InlineData("string openAIApiKey", "a key")]
    [InlineData("string apikey", "a key")]
    [InlineData("byte[] privateKey", "a key")]
    [InlineData("IReadOnlyList<string> APIKeys", "a key")]
    [InlineData("object credentials", "a credential")]
    [InlineData("string connectionString", "a connection string")]
    [InlineData("int pinCode", "a code that lets somebody in")]
    [InlineData("string pin", "a PIN")]
    [InlineData("long creditCardNumber", "a card number")]
    [InlineData("string cvv2", "a card number")]
    [InlineData("string customerIban", "a bank account")]
    [InlineData("string ssn", "an identity number")]
    [InlineData("int? socialSecurityNumber", "an identity number")]
    [InlineData("string passportNumber", "an identity number")]
    [InlineData("string email", "an e-mail address")]
    [InlineData("string eMail", "an e-mail address")]
    [InlineData("string[] customerEmails", "an e-mail address")]
    [InlineData("IEnumerable<string> customerEmailAddresses", "an e-mail address")]
    [InlineData("string phoneNumber", "a phone number")]
    [InlineData("DateOnly dateOfBirth", "a date of birth")]
    [InlineData("DateTime? birthDate", "a date of birth")]
    [InlineData("string homeAddress", "somebody's address")]
    public async Task A_parameter_that_is_called_like_a_secret_is_a_warning(string parameter, string phrase)
    {
        string name = parameter.Split(' ')[^1];
        string marked = parameter.Replace(" " + name, $" {{|OBS3001:{name}|}}", StringComparison.Ordinal);
        IReadOnlyList<string> messages = await Use.VerifyAsync($$"""
            public partial class Agent
            {
                [ToolCall]
                public partial void Call({{marked}});

                private void CallCore({{parameter}}) { }
            }
            """);

        Assert.Equal([$"'{name}' looks like {phrase} and would be recorded; mark it [Sensitive] or [NotCaptured]"], messages);
    }

    [Theory]
    [InlineData("bool hasPassword")]
    [InlineData("bool password")]
    [InlineData("int passwordLength")]
    [InlineData("string passwordPolicy")]
    [InlineData("string maskedPassword")]
    [InlineData("string secretName")]
    [InlineData("string secretary")]
    [InlineData("int tokens")]
    [InlineData("int[] tokens")]
    [InlineData("string[] tokens")]
    [InlineData("int maxTokens")]
    [InlineData("int tokenCount")]
    [InlineData("string pageToken")]
    [InlineData("string? continuationToken")]
    [InlineData("string nextToken")]
    [InlineData("string stopToken")]
    [InlineData("CancellationToken token")]
    [InlineData("string tokenizer")]
    [InlineData("int token")]
    [InlineData("string keyword")]
    [InlineData("string key")]
    [InlineData("string publicKey")]
    [InlineData("string partitionKey")]
    [InlineData("string passage")]
    [InlineData("string panel")]
    [InlineData("double pan")]
    [InlineData("int pin")]
    [InlineData("string span")]
    [InlineData("string businessName")]
    [InlineData("string credentialId")]
    [InlineData("string cookiePolicy")]
    [InlineData("int emailCount")]
    [InlineData("string emailSubject")]
    [InlineData("string draftEmail")]
    [InlineData("string emailTemplate")]
    [InlineData("TimeSpan phone")]
    [InlineData("string headphones")]
    [InlineData("string address")]
    [InlineData("DateTime date")]
    [InlineData("Func<string> password")]
    [InlineData("out string password")]
    [InlineData("DayOfWeek birthday")]
    public Task A_parameter_that_only_sounds_alike_is_fine(string parameter) => Use.VerifyAsync($$"""
        public partial class Agent
        {
            [ToolCall]
            public partial void Call({{parameter}});

            private void CallCore({{parameter}}) => throw new NotSupportedException();
        }
        """);

    [Theory]
    [InlineData("[Sensitive] string password", "string password", "All")]
    [InlineData("[NotCaptured] string password", "string password", "All")]
    [InlineData("string password", "[Sensitive] string password", "All")]
    [InlineData("string password", "string password", "None")]
    [InlineData("string password", "string password", "Result")]
    [InlineData("[NotCaptured, Tag] string email", "string email", "All")]
    public Task What_is_not_written_in_the_open_is_fine(string declared, string body, string capture) => Use.VerifyAsync($$"""
        public partial class Agent
        {
            [ToolCall(Capture = CaptureMode.{{capture}})]
            public partial void Call({{declared}});

            private void CallCore({{body}}) { }
        }
        """);

    [Fact]
    public Task A_mark_on_the_interface_counts() => Use.VerifyAsync("""
        public interface ILogin
        {
            void Login([Sensitive] string password);
        }

        public partial class Agent : ILogin
        {
            [ToolCall]
            public partial void Login(string password);

            private void LoginCore(string password) { }
        }
        """);

    [Fact]
    public Task An_identity_is_meant_to_be_seen() => Use.VerifyAsync("""
        public partial class Agent
        {
            [Observe]
            public partial void Run([UserId] string email, [SessionId] string token, [EndUserId] string phone);

            private void RunCore(string email, string token, string phone) { }
        }
        """);

    [Fact]
    public Task A_tag_is_written_even_where_arguments_are_not_captured() => Use.VerifyAsync("""
        public partial class Agent
        {
            [Observe(Capture = CaptureMode.None)]
            public partial void Run([Tag] string {|OBS3001:email|}, string password);

            private void RunCore(string email, string password) { }
        }
        """);

    [Fact]
    public Task Without_capture_in_the_assembly_nothing_is_written() => Use.VerifyAsync("""
        [assembly: ObserveDefaults(Capture = CaptureMode.None)]

        public partial class Agent
        {
            [ToolCall]
            public partial string GetToken(string password);

            private string GetTokenCore(string password) => password;
        }
        """);

    [Fact]
    public Task A_property_is_told_of_once_where_it_stands() => Use.VerifyAsync("""
        public sealed record Login(string User, string {|OBS3001:Password|});

        public class Person
        {
            public string {|OBS3001:Email|} { get; set; } = "";

            public List<Card> Cards { get; } = [];

            public bool HasPassword { get; set; }

            internal string Secret { get; set; } = "";
        }

        public readonly record struct Card([Sensitive] string Number, [property: NotCaptured] string Cvv, string {|OBS3001:CardNumber|});

        public partial class Agent
        {
            [ToolCall]
            public partial Person? Find(Login login, Dictionary<string, Person> people);

            private Person? FindCore(Login login, Dictionary<string, Person> people) => null;

            [Step]
            public partial Task<IReadOnlyList<Person>> ListAsync((Login, int) pair);

            private Task<IReadOnlyList<Person>> ListCoreAsync((Login, int) pair) => throw new NotSupportedException();
        }
        """);

    [Fact]
    public Task A_type_that_nobody_captures_may_have_secrets() => Use.VerifyAsync("""
        public sealed record Login(string User, string Password);

        [Sensitive]
        public sealed record Key(string Secret);

        public sealed class VaultClient
        {
            public string ApiKey => "";
        }

        public partial class Agent
        {
            [ToolCall]
            public partial void Call([NotCaptured] Login login, Key key, List<Key> keys, VaultClient client, Func<Login> make);

            private void CallCore(Login login, Key key, List<Key> keys, VaultClient client, Func<Login> make) { }

            public Login Make(string password) => new("", password);
        }
        """);

    [Fact]
    public async Task What_cannot_be_marked_is_told_of_where_it_is_captured()
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync("""
            public partial class Agent
            {
                [ToolCall]
                public partial void Call((string User, string Password) {|OBS3001:login|});

                private void CallCore((string User, string Password) login) { }
            }
            """);

        Assert.Equal(["'Password' looks like a password and would be recorded; mark 'login' [Sensitive] or [NotCaptured]"], messages);
    }

    [Theory]
    [InlineData("GetPassword", "GetPasswordCore", "string")]
    [InlineData("FetchApiKeyAsync", "FetchApiKeyCoreAsync", "Task<string>")]
    [InlineData("CreateAccessTokenAsync", "CreateAccessTokenCoreAsync", "ValueTask<string?>")]
    [InlineData("LoadSecrets", "LoadSecretsCore", "Dictionary<string, string>")]
    [InlineData("LookupPhoneNumber", "LookupPhoneNumberCore", "string")]
    public async Task A_result_that_is_called_like_a_secret_is_a_warning(string method, string core, string type)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync($$"""
            public partial class Agent
            {
                [ToolCall]
                public partial {{type}} {|OBS3001:{{method}}|}(int id);

                private {{type}} {{core}}(int id) => throw new NotSupportedException();
            }
            """);

        Assert.EndsWith("and would be recorded; mark it [return: Sensitive] or [return: NotCaptured]", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("string", "ResetPassword")]
    [InlineData("bool", "GetPassword")]
    [InlineData("string", "SendEmail")]
    [InlineData("string", "ReadEmail")]
    [InlineData("string", "NextToken")]
    [InlineData("int", "GetToken")]
    [InlineData("string", "Token")]
    [InlineData("void", "GetPassword")]
    [InlineData("string", "GetPasswordPolicy")]
    public Task A_result_that_is_something_else_is_fine(string type, string method) => Use.VerifyAsync($$"""
        public partial class Agent
        {
            [ToolCall]
            public partial {{type}} {{method}}(int id);

            private {{type}} {{method}}Core(int id) => throw new NotSupportedException();
        }
        """);

    [Fact]
    public Task A_result_that_is_marked_is_fine() => Use.VerifyAsync("""
        public partial class Agent
        {
            [ToolCall]
            [return: Sensitive]
            public partial string GetPassword(int id);

            private string GetPasswordCore(int id) => "";

            [ToolCall]
            public partial string GetToken(int id);

            [return: NotCaptured]
            private string GetTokenCore(int id) => "";
        }
        """);

    [Fact]
    public Task Pieces_of_texts_are_no_access_tokens() => Use.VerifyAsync("""
        public sealed record Piece(string Token, double LogProb);

        public sealed record TextToken(string Token);

        public sealed record Login(string User, string {|OBS3001:Token|});

        public partial class Agent
        {
            [Step]
            public partial Piece Emit(string token);

            private Piece EmitCore(string token) => new(token, 0);

            [Step]
            public partial TextToken Find(string token, int index);

            private TextToken FindCore(string token, int index) => new(token);

            [Step]
            public partial void Enter(Login login);

            private void EnterCore(Login login) { }
        }
        """);

    [Theory]
    [InlineData("run.SetTag(\"email\", {|OBS3001:user|});")]
    [InlineData("run.SetTag(key: \"user.e-mail\", value: {|OBS3001:user|});")]
    [InlineData("run.SetTag(value: {|OBS3001:user|}, key: \"api_key\");")]
    [InlineData("RunContext.Current?.SetTag(Key, {|OBS3001:user.Trim()|});")]
    [InlineData("run.SetMetadata(\"password\", {|OBS3001:user|});")]
    [InlineData("run.SetMetadata(\"cardNumber\", {|OBS3001:count|});")]
    [InlineData("run.SetMetadata(\"login\", CapturedValue.Map((\"user\", user), (\"password\", {|OBS3001:user|})));")]
    public async Task What_is_recorded_by_hand_counts_as_well(string statement) => Assert.EndsWith(
        "and would be recorded; leave it out, or record only what may be seen",
        Assert.Single(await Use.VerifyAsync(ByHand(statement))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("run.SetTag(\"email\", \"none\");")]
    [InlineData("run.SetTag(\"email\", user.Length > 3 ? \"yes\" : \"no\");")]
    [InlineData("run.SetTag(\"email\", Mask(user));")]
    [InlineData("run.SetTag(\"email_domain\", user);")]
    [InlineData("run.SetTag(user, user);")]
    [InlineData("run.SetTag(\"tokens\", user);")]
    [InlineData("run.SetMetadata(\"password\", user.Length > 3);")]
    [InlineData("run.SetMetadata(\"password\", count);")]
    [InlineData("run.SetMetadata(\"token\", CapturedValue.Map((\"count\", count)));")]
    [InlineData("SetTag(\"password\", user);")]
    public Task What_shows_nothing_is_fine_by_hand(string statement) => Use.VerifyAsync(ByHand(statement));

    private static string ByHand(string statement) => $$"""
        public class Desk
        {
            private const string Key = "user-token";

            public void Work(RunContext run, string user, int count)
            {
                {{statement}}
                Console.WriteLine(Key + Mask(user));
            }

            private static void SetTag(string key, string value) => Console.WriteLine(key + value);

            private static string Mask(string text) => text[..1] + "…";
        }
        """;
}
