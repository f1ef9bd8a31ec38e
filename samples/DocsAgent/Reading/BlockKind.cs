namespace Docs.Reading;

public enum BlockKind
{
    Prose,
    ListEntry,
    NumberedSteps,
    TableRow,
    Code,
}
