using Observe.Policies;
using Observe.Tests.Capturing;

namespace Observe.Tests.Policies;

public class CapturedSizeTests
{
    [Fact]
    public void A_whole_value_is_as_large_as_its_record()
    {
        byte[] cbor = Capture.Bytes(CapturedValue.Map(("a", "text"), ("b", CapturedValue.List(1, 2.5, true))).WriteTo);

        Assert.Equal(new CapturedSize(cbor.Length, IsCut: false), CapturedSize.Of(cbor));
    }

    [Fact]
    public void Missing_characters_of_texts_count()
    {
        byte[] cbor = Capture.Bytes(CapturedValue.Map(("a", new string('x', 1000)), ("b", new string('y', 500))).WriteTo, Short);

        CapturedSize size = CapturedSize.Of(cbor);

        Assert.True(size.IsCut);
        Assert.Equal(cbor.Length + 984 + 484, size.Bytes);
    }

    [Fact]
    public void Missing_bytes_of_byte_arrays_count()
    {
        byte[] cbor = Capture.Bytes(writer => writer.Write(new byte[5000]), Short);

        Assert.Equal(new CapturedSize(cbor.Length + 4984, IsCut: true), CapturedSize.Of(cbor));
    }

    [Fact]
    public void Missing_elements_only_tell_that_something_is_missing()
    {
        byte[] cbor = Capture.Bytes(CapturedValue.List(1, 2, 3, 4, 5).WriteTo, options => options.MaxItems = 2);

        Assert.Equal(new CapturedSize(cbor.Length, IsCut: true), CapturedSize.Of(cbor));
    }

    [Theory]
    [InlineData("… (+12 chars) and more")]
    [InlineData("… (+x chars)")]
    [InlineData("… (+ chars)")]
    [InlineData("(+12 chars)")]
    [InlineData("… (+-12 chars)")]
    [InlineData("… (+99999999999999999999 chars)")]
    [InlineData(" chars)")]
    public void Ordinary_text_is_no_mark(string text)
    {
        byte[] cbor = Capture.Bytes(writer => writer.Write(text));

        Assert.Equal(new CapturedSize(cbor.Length, IsCut: false), CapturedSize.Of(cbor));
    }

    private static void Short(CaptureOptions options) => options.MaxStringLength = 16;
}
