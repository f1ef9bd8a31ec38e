using System.Formats.Cbor;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Observe.CompilerServices;
using Observe.Exporting.Json;

namespace Observe.Tests.Capturing;

public class LimitTests
{
    [Fact]
    public void Whatever_is_captured_is_valid_and_within_its_limit()
    {
        JsonText json = new();
        for (int limit = 256; limit < 1_700; limit++)
        {
            for (int seed = 0; seed < 3; seed++)
            {
                RandomValue value = new(new Random((limit * 31) + seed));
                byte[] bytes = Capture.Bytes(value.WriteArguments, options =>
                {
                    options.MaxBytes = limit;
                    options.MaxStringLength = 16 + (limit % 500);
                    options.MaxItems = 1 + (limit % 40);
                    options.MaxDepth = 1 + (limit % 32);
                });
                Assert.True(bytes.Length <= limit, $"limit {limit}, seed {seed}: {bytes.Length} bytes");
                Assert.True(IsWhole(bytes), $"limit {limit}, seed {seed}: not one CBOR value");
                JsonDocument.Parse(CborToJson.ToText(json, bytes), new JsonDocumentOptions { MaxDepth = 100 }).Dispose();
            }
        }
    }

    private static bool IsWhole(byte[] bytes)
    {
        CborReader reader = new(bytes, CborConformanceMode.Lax);
        reader.SkipValue();
        return reader.BytesRemaining == 0;
    }

    private sealed class RandomValue(Random random)
    {
        public void WriteArguments(CaptureWriter writer)
        {
            writer.BeginArguments();
            WriteMembers(writer, 0);
            writer.EndObject();
        }

        private void WriteMembers(CaptureWriter writer, int depth)
        {
            int count = random.Next(12);
            for (int i = 0; i < count; i++)
            {
                writer.Property(Encoding.UTF8.GetBytes($"{i}{new string('n', random.Next(20))}"));
                WriteValue(writer, depth + 1);
            }
        }

        private void WriteValue(CaptureWriter writer, int depth)
        {
            switch (random.Next(depth > 40 ? 12 : 20))
            {
                case 0: writer.WriteNull(); break;
                case 1: writer.Write(random.NextInt64()); break;
                case 2: writer.Write(random.NextDouble()); break;
                case 3: writer.Write((decimal)random.NextDouble() * long.MinValue); break;
                case 4: writer.Write(Text(random.Next(40))); break;
                case 5: writer.Write(Text(random.Next(3_000))); break;
                case 6: writer.Write(new byte[random.Next(2_000)]); break;
                case 7: writer.Write(new System.Numerics.BigInteger(new byte[random.Next(1, 60)]) - random.Next()); break;
                case 8: writer.WriteMasked(); break;
                case 9: writer.WriteNamed(Text(random.Next(60))); break;
                case 10: writer.Write(DateTimeOffset.UnixEpoch.AddSeconds(random.Next())); break;
                case 11: writer.Write(new JsonArray(new JsonObject { [Text(random.Next(1, 30))] = Text(random.Next(100)) }, 1.5)); break;
                case 12 or 13: WriteObject(writer, depth); break;
                case 14: WriteStruct(writer, depth); break;
                case 15: writer.WriteSequence(new int[random.Next(20)], (nested, _) => WriteValue(nested, depth + 1)); break;
                case 16: writer.WriteSequence(Enumerable.Range(0, random.Next(50)).ToHashSet(), (nested, _) => WriteValue(nested, depth + 3)); break;
                case 17: writer.WriteSequence(new List<int>(Enumerable.Range(0, random.Next(300))), static (nested, item) => nested.Write(item)); break;
                case 18: writer.WriteDictionary(Entries(), static (nested, key) => nested.Write(key), (nested, _) => WriteValue(nested, depth + 2)); break;
                default: writer.WriteDictionary(Entries(), static (nested, key) => nested.Write(key.Length), (nested, _) => WriteValue(nested, depth + 2)); break;
            }
        }

        private void WriteObject(CaptureWriter writer, int depth)
        {
            if (!writer.BeginObject(new object()))
            {
                return;
            }

            try
            {
                WriteMembers(writer, depth);
                if (random.Next(4) == 0)
                {
                    writer.Property("throws"u8);
                    throw new InvalidOperationException();
                }
            }
            catch (InvalidOperationException exception)
            {
                writer.Failed(exception);
            }

            writer.EndObject();
        }

        private void WriteStruct(CaptureWriter writer, int depth)
        {
            if (writer.BeginStruct())
            {
                WriteMembers(writer, depth);
                writer.EndObject();
            }
        }

        private Dictionary<string, int> Entries() => Enumerable.Range(0, random.Next(20)).ToDictionary(i => $"{i}{Text(random.Next(60))}");

        private string Text(int length)
        {
            char[] units = new char[length];
            for (int i = 0; i < length; i++)
            {
                units[i] = random.Next(4) switch { 0 => (char)random.Next(0x80), 1 => '漢', 2 => (char)random.Next(0xD800, 0xE000), _ => (char)random.Next(0x10000) };
            }

            return new string(units);
        }
    }
}
