namespace Observe.Recording;

/// <summary>What a record says. The numbers are part of the binary form: never reuse one.</summary>
internal enum RecordKind : byte
{
    RunBegan = 1,
    RunEnded = 2,
    ScopeBegan = 3,
    ScopeEnded = 4,
    NamedScopeBegan = 5,
    ExceptionSeen = 6,
    DecisionMade = 7,
    ItemYielded = 8,
    TagSet = 9,
    MetadataSet = 10,
    ResultSet = 11,
    WarningGiven = 12,
    PolicyChecked = 13,
    EventHappened = 14,
    LlmCalled = 15,
}
