using System.Threading.Tasks;
using Observe;

namespace Cases.Names.@namespace.@class
{
    public sealed record Task(int @int, string 名前);

    public sealed class ObserveDescriptors;

    public enum @enum
    {
        @default,
        @null,
    }

    public partial class @object<@in>
    {
        private static int ObserveCapture => 1;

        [Step]
        public partial int @return(int @ref, string @class, @in @out, @enum value);

        private static int returnCore(int @ref, string @class, @in @out, @enum value) => @ref + @class.Length + ObserveCapture;

        [Step]
        public partial Task<int> ÜberprüfeAsync(int größe, Task aufgabe);

        private static Task<int> ÜberprüfeCoreAsync(int größe, Task aufgabe) => global::System.Threading.Tasks.Task.FromResult(größe);

        // Names that the generated method would like to use itself.
        [Observe]
        public partial Task<int> RunAsync<@exception>(int call, int arguments, int task, @exception writer, int value, int identity, int _);

        private static Task<int> RunCoreAsync<@exception>(int call, int arguments, int task, @exception writer, int value, int identity, int _) =>
            global::System.Threading.Tasks.Task.FromResult(call + arguments + task);

        [Step]
        public partial int Call(global::System.Func<int> CallCore);

        private int CallCore(global::System.Func<int> function) => function();

        [Step]
        public partial int Again(int number);

        private static int AgainCore(int number) => ObservedAgain(number);

        private static int ObservedAgain(int number) => number;

        [Step]
        public partial void record(int field, int await, int var, int dynamic, int scoped, int @partial, int file, int nint, int where, int yield, int when);

        private static void recordCore(int field, int await, int var, int dynamic, int scoped, int @partial, int file, int nint, int where, int yield, int when)
        {
        }
    }
}

namespace Cases.Names.System
{
    public static class Console;

    public sealed record String(int Length);

    public partial class Exception
    {
        [Step]
        public partial String Wrap(String text);

        private static String WrapCore(String text) => text;
    }
}
