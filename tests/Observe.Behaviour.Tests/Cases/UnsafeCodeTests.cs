using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cases.UnsafeCode;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class UnsafeCodeTests
{
    [ThreadStatic]
    private static int t_calls;

    private readonly int[] _numbers = GC.AllocateArray<int>(4, pinned: true);
    private readonly Whole _whole = new();

    [Fact]
    public async Task Pointers_are_named_and_passed_on()
    {
        RunTrace run = await Everywhere.CallAsync(ReadThird);
        Assert.Equal(
            [
                (ScopeKind.Step, "advance", """{"pointer":{"$type":"int*"},"by":2}""", null),
                (ScopeKind.Step,
                    "read",
                    """{"pointer":{"$type":"int*"},"callback":{"$type":"delegate* unmanaged[Cdecl]<void>"}}""",
                    "7"),
            ],
            run.Calls());
    }

    [Fact]
    public async Task A_function_pointer_is_called_by_the_body_only()
    {
        RunTrace run = await Everywhere.CallAsync(CallDouble);
        Assert.Equal(
            [
                (ScopeKind.Step,
                    "call",
                    """{"function":{"$type":"delegate*<int, int>"},"pointers":{"$type":"int*[]"},"any":{"$type":"void*"}}""",
                    "6"),
            ],
            run.Calls());
    }

    private unsafe void ReadThird()
    {
        _numbers[2] = 7;
        int* first = (int*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_numbers));
        int* third = _whole.Advance(first, 2);
        Assert.True(third == first + 2);
        Assert.Equal(7, Parts.Read(third, null));
    }

    private unsafe void CallDouble()
    {
        t_calls = 0;
        Assert.Equal(6, _whole.Call(&Double, new int*[3], null));
        Assert.Equal(1, t_calls);
    }

    private static int Double(int number)
    {
        t_calls++;
        return number * 2;
    }
}
