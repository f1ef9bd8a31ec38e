using System.Text;
using Observe.Models;

namespace Observe.Tests.Models;

public sealed class VersionSuffixTests
{
    [Theory]
    [InlineData("-2024-08-06")]
    [InlineData("-20240806")]
    [InlineData("@20240806")]
    [InlineData("-240806")]
    [InlineData("-2408")]
    [InlineData("-0613")]
    [InlineData("-05-20")]
    [InlineData("-08-2024")]
    [InlineData("-001")]
    [InlineData("@001")]
    [InlineData("-latest")]
    [InlineData("@latest")]
    [InlineData(":latest")]
    [InlineData("@default")]
    [InlineData("-v1")]
    [InlineData("-v1:0")]
    [InlineData("-v2:0")]
    [InlineData(":0")]
    [InlineData("-20241022-v2:0")]
    [InlineData("-2024-08-06-latest")]
    public void Dates_releases_and_latest_are_versions(string rest) => Assert.True(VersionSuffix.IsVersion(Encoding.ASCII.GetBytes(rest)));

    [Theory]
    [InlineData("-5")]
    [InlineData("-45")]
    [InlineData(".5")]
    [InlineData("-9")]
    [InlineData("-mini")]
    [InlineData("-preview")]
    [InlineData("-exp")]
    [InlineData("-v2")]
    [InlineData("-v10")]
    [InlineData("-vision")]
    [InlineData("-2024")]
    [InlineData("-2024-13-06")]
    [InlineData("-2024-08-36")]
    [InlineData("-2024-08")]
    [InlineData("-9999")]
    [InlineData("-123")]
    [InlineData("-12345")]
    [InlineData("-1234567")]
    [InlineData("-19990101")]
    [InlineData("-13-06")]
    [InlineData("-latestx")]
    [InlineData("-latest-mini")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData(":free")]
    [InlineData(":10")]
    [InlineData("x")]
    [InlineData("-20240806x")]
    public void Everything_else_is_not(string rest) => Assert.False(VersionSuffix.IsVersion(Encoding.ASCII.GetBytes(rest)));

    [Theory]
    [InlineData("-mini")]
    [InlineData("-preview-mini")]
    [InlineData("-lite-2024-08-06")]
    [InlineData("-5")]
    [InlineData(".5-preview")]
    [InlineData("-image-preview")]
    [InlineData("lite")]
    public void Another_size_kind_or_generation_is_another_model(string rest) =>
        Assert.True(VersionSuffix.IsOtherModel(Encoding.ASCII.GetBytes(rest)));

    [Theory]
    [InlineData("-preview")]
    [InlineData("-preview-05-20")]
    [InlineData("-minimal")]
    [InlineData("-2024-08-06")]
    [InlineData("-")]
    [InlineData("27b-it")]
    public void What_says_nothing_of_that_is_not(string rest) => Assert.False(VersionSuffix.IsOtherModel(Encoding.ASCII.GetBytes(rest)));
}
