using Microsoft.CodeAnalysis.CSharp;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests;

/// <summary>Extension blocks of C# 14 beside observed methods, and around them.</summary>
public sealed class ExtensionBlockTests
{
    private static readonly CSharpParseOptions s_preview = new(LanguageVersion.Preview);

    [Fact]
    public void An_extension_block_may_stand_beside_an_observed_method() => Rule.Verify(
        """
        public static partial class Extensions
        {
            extension<T>(List<T> list)
            {
                public int Twice() => list.Count * 2;

                public bool IsLong => list.Count > 10;
            }

            [Step]
            public static partial string Shout(this string text);

            private static string ShoutCore(string text) => text.ToUpperInvariant();
        }
        """,
        s_preview);

    [Fact]
    public void A_method_in_an_extension_block_cannot_be_partial_and_is_reported_once() => Rule.Verify(
        """
        public static partial class Extensions
        {
            extension(string text)
            {
                [Step]
                public string {|OBS1001:Shout|}() => text.ToUpperInvariant();
            }
        }
        """,
        s_preview);
}
