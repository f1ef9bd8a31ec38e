namespace Observe;

/// <summary>What a piece of printed text is; decides its colour.</summary>
internal enum TextStyle
{
    Plain,
    Faint,
    Name,
    Run,
    Step,
    Tool,
    Decision,
    LlmCall,
    Retrieval,
    Reasoning,
    Retry,
    HumanTurn,
    Score,
    Chosen,
    Error,
    Warning,
}
