using System.Text;
using Observe.Policies.Files;

namespace Observe.Tests.Policies.Files;

public sealed class PolicyFileFuzzTests
{
    private const string Signs = "{}[]\",:\\0-/*\n ";

    private const string Good = """
        { // all kinds of values
          "policies": [
            { "name": "a", "category": "stub", "rules": { "max": 3, "answer": "warn" }, "scope": { "agents": ["x*", "\u00fcber"] } },
            { "name": "b", "category": "stub", "enabled": false, "priority": -1.0e1, "on_failure": "open", "version": "ü", },
            { "name": "c", "category": "other_one", "description": null, "rules": null }, /* the end */
          ]
        }
        """;

    [Fact]
    public void Whatever_becomes_of_a_file_it_is_read_or_rejected_with_a_line_of_its_own()
    {
        Random random = new(20260304);
        PolicyCategories categories = new(new Dictionary<string, Func<PolicyDefinition, IPolicy>>
        {
            ["stub"] = definition => new FilePolicyStub(definition),
            ["other-one"] = definition => new FilePolicyStub(definition),
        });
        byte[] good = Encoding.UTF8.GetBytes(Good);
        IReadOnlyList<FilePolicy> before = PolicyFileReader.Read("p", good, categories, []);
        Assert.Equal(3, before.Count);
        int read = 0;
        int rejected = 0;
        for (int round = 0; round < 20_000; round++)
        {
            byte[] changed = Change(good, random);
            try
            {
                PolicyFileReader.Read("p", changed, categories, before);
                read++;
            }
            catch (PolicyFileException exception)
            {
                Assert.InRange(exception.Line, 0, changed.Count(one => one == '\n') + 1);
                rejected++;
            }
        }

        Assert.True(read > 100 && rejected > 100, $"{read} read, {rejected} rejected");
    }

    private static byte[] Change(byte[] good, Random random)
    {
        List<byte> changed = [.. good];
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int at = random.Next(changed.Count);
            switch (random.Next(4))
            {
                case 0:
                    changed.RemoveAt(at);
                    break;
                case 1:
                    changed.Insert(at, (byte)Signs[random.Next(Signs.Length)]);
                    break;
                case 2:
                    changed[at] = (byte)random.Next(256);
                    break;
                default:
                    changed.RemoveRange(at, random.Next(Math.Min(40, changed.Count - at)));
                    break;
            }
        }

        return [.. changed];
    }
}
