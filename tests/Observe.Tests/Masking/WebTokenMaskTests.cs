namespace Observe.Tests.Masking;

public sealed class WebTokenMaskTests
{
    private const string Header = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9";
    private const string Claims = "eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkphbmUifQ";
    private const string Signature = "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c";
    private static readonly TextMask s_mask = new(SecretKinds.JsonWebToken);

    [Theory]
    [InlineData(Header + "." + Claims + "." + Signature, "##JWT##")]
    [InlineData("token " + Header + "." + Claims + "." + Signature + ".", "token ##JWT##.")]
    [InlineData("\"" + Header + "." + Claims + "." + Signature + "\"", "\"##JWT##\"")]
    [InlineData("?t=" + Header + "." + Claims + "." + Signature + "&x=1", "?t=##JWT##&x=1")]
    [InlineData("_" + Header + "." + Claims + "." + Signature, "_##JWT##")]
    [InlineData(Header + "." + Claims + ".", "##JWT##.")] // unsigned
    [InlineData(Header + "..QR1Owv2ug2WyPBnbQrRARTeE.fFQ7YgUDqZ.AxY8DCtDaGlsbGljb3RoZQ", "##JWT##")] // encrypted, without a key
    [InlineData(Header + "." + Signature + "." + Signature + "." + Signature + "." + Signature, "##JWT##")]
    [InlineData(Header + "." + Claims + "… (+44 chars)", "##JWT##… (+44 chars)")]
    [InlineData(Header + ".eyJ… (+80 chars)", "##JWT##… (+80 chars)")]
    [InlineData("eyJhbGciOiJIUzI… (+99 chars)", "##JWT##… (+99 chars)")]
    public void Tokens_are_masked(string text, string masked) => Assert.Equal(masked, s_mask.Mask(text));

    [Theory]
    [InlineData(Header)] // base64 of any JSON object
    [InlineData(Header + ". Then")]
    [InlineData("eyJ.eyJ.eyJ")]
    [InlineData("heyJude.mp3.wav.something")]
    [InlineData("x" + Header + "." + Signature)]
    public void Other_text_is_left_alone(string text) => Assert.Same(text, s_mask.Mask(text));
}
