namespace Observe.Tests.Masking;

public sealed class EmailMaskTests
{
    private static readonly TextMask s_mask = new(SecretKinds.Email);

    [Theory]
    [InlineData("jane@example.com", "##EMAIL##")]
    [InlineData("Write to jane.doe+orders@mail.example.co.uk.", "Write to ##EMAIL##.")]
    [InlineData("<jane_doe@example.com>, (x-y@example.org)", "<##EMAIL##>, (##EMAIL##)")]
    [InlineData("""{"user":"jane@example.com","n":1}""", """{"user":"##EMAIL##","n":1}""")]
    [InlineData("mailto:jane@example.com?subject=x", "mailto:##EMAIL##?subject=x")]
    [InlineData("https://example.com/?email=jane%40example.com&x=1", "https://example.com/?email=##EMAIL##&x=1")]
    [InlineData("https://example.com/?q=from%3Ajane%40example.com", "https://example.com/?q=from%3A##EMAIL##")]
    [InlineData(@"{\""text\"":\""hello\njane@example.com\""}", @"{\""text\"":\""hello\n##EMAIL##\""}")]
    [InlineData(@"{\u0022to\u0022:\u0022jane@example.com\u0022}", @"{\u0022to\u0022:\u0022##EMAIL##\u0022}")]
    [InlineData("josé.garcía@example.com", "##EMAIL##")]
    [InlineData("иван@пример.example", "##EMAIL##")]
    [InlineData("jane@bücher.example", "##EMAIL##")]
    [InlineData("メールはjane@example.jpです", "メールは##EMAIL##です")]
    [InlineData("“jane@example.com”", "“##EMAIL##”")]
    [InlineData("a@example.com,b@example.com;c@example.com", "##EMAIL##,##EMAIL##;##EMAIL##")]
    [InlineData("jane@example.com… (+120 chars)", "##EMAIL##… (+120 chars)")]
    public void Addresses_are_masked(string text, string masked) => Assert.Equal(masked, s_mask.Mask(text));

    [Theory]
    [InlineData("jane@localhost")]
    [InlineData("@example.com")]
    [InlineData("jane@ example.com")]
    [InlineData("jane@.com")]
    [InlineData("jane@example.c")]
    [InlineData("npm install lodash@4.17.21 @types/node@20.1.0")]
    [InlineData("git clone git@github.com:owner/repository.git")]
    [InlineData("logo@2x.png and logo@3x.webp")]
    [InlineData("[Fact] @decorator @app.route(\"/x\")")]
    [InlineData("@@ -1,7 +1,9 @@")]
    [InlineData("alpine@sha256:0123456789abcdef")]
    [InlineData("follow @jane_doe on example.com")]
    public void Other_text_is_left_alone(string text) => Assert.Same(text, s_mask.Mask(text));
}
