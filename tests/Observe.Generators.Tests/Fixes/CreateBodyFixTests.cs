using Observe.CodeFixes.Shape;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class CreateBodyFixTests
{
    [Fact]
    public Task A_body_is_written_below_its_declaration() => Fix.VerifyAsync<CreateBodyFix>(
        """
        public partial class Agent
        {
            /// <summary>Adds.</summary>
            [Step]
            public static partial Task<int> {|OBS1003:AddAsync|}([Tag] string? key, int right = 2, params int[] more); // later

            // what follows
            public int Next => 1;
        }
        """,
        """
        public partial class Agent
        {
            /// <summary>Adds.</summary>
            [Step]
            public static partial Task<int> AddAsync([Tag] string? key, int right = 2, params int[] more); // later

            private static Task<int> AddCoreAsync(string? key, int right, params int[] more)
            {
                throw new NotImplementedException();
            }

            // what follows
            public int Next => 1;
        }
        """);

    [Theory]
    [InlineData("", "RunContext run")]
    [InlineData("string question", "string question, RunContext run")]
    [InlineData("string run", "string run, RunContext context")]
    [InlineData("string question, CancellationToken stop", "string question, RunContext run, CancellationToken stop")]
    [InlineData("params string[] questions", "RunContext run, params string[] questions")]
    [InlineData("\n        string question,\n        CancellationToken stop", "\n        string question,\n        RunContext run,\n        CancellationToken stop")]
    public Task The_body_of_a_run_may_ask_for_its_context(string parameters, string body) => Fix.VerifyAsync<CreateBodyFix>(
        $$"""
        public partial class Agent
        {
            [Observe]
            public partial Task {|OBS1003:WorkAsync|}({{parameters}});
        }
        """,
        $$"""
        public partial class Agent
        {
            [Observe]
            public partial Task WorkAsync({{parameters}});

            private Task WorkCoreAsync({{body}})
            {
                throw new NotImplementedException();
            }
        }
        """,
        "WithContext");

    [Fact]
    public Task Constraints_are_repeated_as_they_are_laid_out() => Fix.VerifyAsync<CreateBodyFix>(
        """
        public readonly partial struct Agent
        {
          [Step]
          public partial IReadOnlyList<(T One, int)> {|OBS1003:Pair|}<T>(in T one)
            where T : class, new();
        }
        """,
        """
        public readonly partial struct Agent
        {
          [Step]
          public partial IReadOnlyList<(T One, int)> Pair<T>(in T one)
            where T : class, new();

          private IReadOnlyList<(T One, int)> PairCore<T>(in T one)
            where T : class, new()
          {
            throw new NotImplementedException();
          }
        }
        """);

    [Theory]
    [InlineData("public partial class Agent\n{\n\t[Step]\n\tpublic partial int {|OBS1003:Add|}();\n}", "public partial class Agent\n{\n\t[Step]\n\tpublic partial int Add();\n\n\tprivate int AddCore()\n\t{\n\t\tthrow new NotImplementedException();\n\t}\n}")]
    [InlineData("public partial class Agent { [Step] public partial int {|OBS1003:Add|}(); }", "public partial class Agent { [Step] public partial int Add();\n\nprivate int AddCore()\n{\n    throw new NotImplementedException();\n} }")]
    [InlineData("public partial interface ITool\n{\n    [Step]\n    public partial int {|OBS1003:Add|}();\n}", "public partial interface ITool\n{\n    [Step]\n    public partial int Add();\n\n    private int AddCore()\n    {\n        throw new NotImplementedException();\n    }\n}")]
    public Task Every_layout_is_followed(string before, string after) => Fix.VerifyAsync<CreateBodyFix>(before, after);

    [Fact]
    public Task What_the_body_names_is_imported() => Fix.VerifyTextAsync<CreateBodyFix>(
        """
        // All rights reserved.

        namespace Shop;

        public partial class Agent
        {
            [Observe.Observe]
            public partial int {|OBS1003:Work|}();
        }
        """,
        """
        // All rights reserved.

        using System;

        namespace Shop;

        public partial class Agent
        {
            [Observe.Observe]
            public partial int Work();

            private int WorkCore()
            {
                throw new NotImplementedException();
            }
        }
        """);

    [Fact]
    public Task All_bodies_are_created_at_once() => Fix.VerifyAllAsync<CreateBodyFix>(
        [
            """
            public partial class Agent
            {
                [Step]
                public partial int {|OBS1003:Add|}();

                [Step]
                public partial int {|OBS1003:Subtract|}();
            }
            """,
        ],
        [
            """
            public partial class Agent
            {
                [Step]
                public partial int Add();

                private int AddCore()
                {
                    throw new NotImplementedException();
                }

                [Step]
                public partial int Subtract();

                private int SubtractCore()
                {
                    throw new NotImplementedException();
                }
            }
            """,
        ]);
}
