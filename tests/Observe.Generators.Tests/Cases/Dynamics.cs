using System.Collections.Generic;
using System.Threading.Tasks;
using Observe;

namespace Cases.Dynamics;

public partial class Dynamics
{
    [Observe]
    public partial dynamic Run([Tag] dynamic input, [Metadata] dynamic extra, List<dynamic> many);

    private object RunCore(dynamic input, object extra, List<object> many) => Pass(input);

    [Step]
    public partial Task<dynamic> LoadAsync(Dictionary<string, dynamic> bag, (dynamic, int) pair);

    private static Task<dynamic> LoadCoreAsync(Dictionary<string, dynamic> bag, (dynamic, int) pair) => Task.FromResult<dynamic>(bag.Count);

    [Step]
    private partial dynamic? Pass(dynamic? value);

    private static dynamic? PassCore(dynamic? value) => value;

    [Decision(Options = [])]
    private partial dynamic Choose(int number);

    private static dynamic ChooseCore(int number) => number;

    [Decision(Options = [])]
    public partial dynamic Guess(dynamic number);

    private static Decision<dynamic> GuessCore(dynamic number) => new((object)number, reasoning: "as good as any");

    [LlmCall]
    public partial dynamic? Ask(string prompt);

    private static LlmResult<dynamic?> AskCore(string prompt) => new(prompt, model: "m");

    public int Use() => (int)Choose(1);
}
