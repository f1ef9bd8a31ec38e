using Observe;

namespace Mistake;

public partial class Forgetful
{
    [Observe]
    public partial Task<string> AnswerAsync(string question);

    public Task<string> UseAsync() => AnswerAsync("Where is the body?");
}
