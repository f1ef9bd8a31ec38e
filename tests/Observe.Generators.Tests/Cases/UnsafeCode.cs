using Observe;

namespace Cases.UnsafeCode;

public unsafe partial class Whole
{
    [Step]
    public partial int* Advance(int* pointer, int by);

    private static int* AdvanceCore(int* pointer, int by) => pointer + by;

    [Step]
    public partial int Call(delegate*<int, int> function, int*[] pointers, void* any);

    private static int CallCore(delegate*<int, int> function, int*[] pointers, void* any) => function(pointers.Length);
}

public partial struct Parts
{
    [Step]
    public static unsafe partial int Read(int* pointer, delegate* unmanaged[Cdecl]<void> callback);

    private static unsafe int ReadCore(int* pointer, delegate* unmanaged[Cdecl]<void> callback) => *pointer;
}
