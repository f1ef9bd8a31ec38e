using Observe.CodeFixes.Use;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class LetViolationsThroughFixTests
{
    [Theory]
    [InlineData(
        "// whatever happens\n        {|OBS2010:catch|} (Exception)\n        {\n            return \"sorry\";\n        }",
        "// whatever happens\n        catch (PolicyViolationException)\n        {\n            throw;\n        }\n        catch (Exception)\n        {\n            return \"sorry\";\n        }")]
    [InlineData(
        "catch (TimeoutException) { return \"late\"; } {|OBS2010:catch|} { return \"sorry\"; }",
        "catch (TimeoutException) { return \"late\"; } catch (PolicyViolationException) { throw; } catch { return \"sorry\"; }")]
    [InlineData(
        "catch (TimeoutException) {\n            return \"late\";\n        } {|OBS2010:catch|} {\n            return \"sorry\";\n        }",
        "catch (TimeoutException) {\n            return \"late\";\n        } catch (PolicyViolationException) {\n            throw;\n        } catch {\n            return \"sorry\";\n        }")]
    public Task A_catch_before_it_throws_again(string before, string after) => Fix.VerifyAsync<LetViolationsThroughFix>(In(before), In(after));

    private static string In(string clause) => $$"""
        public partial class Desk
        {
            [Observe]
            public partial Task<string?> HandleAsync(string text);

            private Task<string?> HandleCoreAsync(string text) => Task.FromResult<string?>(text);

            public async Task<string?> WorkAsync(string text)
            {
                try
                {
                    return await HandleAsync(text);
                }
                {{clause}}
            }
        }
        """;
}
