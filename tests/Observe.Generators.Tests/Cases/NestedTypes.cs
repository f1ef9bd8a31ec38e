using System.Threading.Tasks;
using Observe;

namespace Cases.NestedTypes
{
    public partial class Outer<T>
    {
        private readonly int _seed = 1;

        private sealed record Secret(T Value, int Depth);

        private enum Mood
        {
            Calm,
            Busy,
        }

        public partial struct Middle
        {
            internal static partial class Inner<TInner>
                where TInner : struct
            {
                [Step]
                internal static partial (T, TInner) Pair(T left, TInner right);

                private static (T, TInner) PairCore(T left, TInner right) => (left, right);
            }

            internal partial record Deep
            {
                public int Depth { get; init; } = 3;

                [ToolCall]
                public partial Task<int> DiveAsync(int to);

                private Task<int> DiveCoreAsync(int to) => Task.FromResult(to - Depth);
            }
        }

        [Step]
        private partial Secret Hide(T value, Mood mood);

        private Secret HideCore(T value, Mood mood) => new(value, mood == Mood.Busy ? _seed + 1 : _seed);

        public int Reveal(T value) => Hide(value, Mood.Busy).Depth + Middle.Inner<int>.Pair(value, 2).Item2;
    }

    namespace Further
    {
        public partial interface IOuter
        {
            public partial class Inside
            {
                [Observe]
                public partial int Run();

                private int RunCore() => 1;
            }
        }
    }
}
