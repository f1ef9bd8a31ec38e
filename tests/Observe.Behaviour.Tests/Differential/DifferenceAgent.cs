namespace Observe.Behaviour.Tests.Differential;

/// <summary>Returns what it is given, observed.</summary>
internal sealed partial class DifferenceAgent
{
    [Step]
    public partial Access Flags(Access value);

    private static Access FlagsCore(Access value) => value;

    [Step]
    public partial Boxed Boxed(Boxed value);

    private static Boxed BoxedCore(Boxed value) => value;

    [Step]
    public partial Pair Pair(Pair value);

    private static Pair PairCore(Pair value) => value;

    [Step]
    public partial Omitting Omitting(Omitting value);

    private static Omitting OmittingCore(Omitting value) => value;

    [Step]
    public partial LazyItems Lazy(LazyItems value);

    private static LazyItems LazyCore(LazyItems value) => value;

    [Step]
    public partial Throwing Throwing(Throwing value);

    private static Throwing ThrowingCore(Throwing value) => value;

    [Step]
    public partial Circle Circle(Circle value);

    private static Circle CircleCore(Circle value) => value;

    [Step]
    public partial PriceService Service(PriceService value);

    private static PriceService ServiceCore(PriceService value) => value;

    [Step]
    public partial IPriced Contract(IPriced value);

    private static IPriced ContractCore(IPriced value) => value;

    [Step]
    public partial FrameworkObject Framework(FrameworkObject value);

    private static FrameworkObject FrameworkCore(FrameworkObject value) => value;

    [Step]
    public partial Document Document(Document value);

    private static Document DocumentCore(Document value) => value;

    [Step]
    public partial Inches Converted(Inches value);

    private static Inches ConvertedCore(Inches value) => value;

    [Step]
    public partial Undefined Undefined(Undefined value);

    private static Undefined UndefinedCore(Undefined value) => value;

    [Step]
    public partial Login Login(Login value);

    private static Login LoginCore(Login value) => value;

    [Step]
    public partial Including Including(Including value);

    private static Including IncludingCore(Including value) => value;

    [Step]
    public partial Silent Silent(Silent value);

    private static Silent SilentCore(Silent value) => value;

    [Step]
    public partial Pet Pet(Pet value);

    private static Pet PetCore(Pet value) => value;

    [Step]
    public partial Extended Extended(Extended value);

    private static Extended ExtendedCore(Extended value) => value;

    [Step]
    public partial Large Large(Large value);

    private static Large LargeCore(Large value) => value;

    [Step]
    public partial Native Native(Native value);

    private static Native NativeCore(Native value) => value;

    [Step]
    public partial Blob Blob(Blob value);

    private static Blob BlobCore(Blob value) => value;

    [Step]
    public partial Worded Worded(Worded value);

    private static Worded WordedCore(Worded value) => value;

    [Step]
    public partial Overriding Overriding(Overriding value);

    private static Overriding OverridingCore(Overriding value) => value;

    [Step]
    public partial Sky Member(Sky value);

    private static Sky MemberCore(Sky value) => value;
}
