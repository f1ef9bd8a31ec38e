using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests;

/// <summary>Type parameters: constraints that mention them inside of other types, variance.</summary>
public sealed class ConstraintCornerTests
{
    [Fact]
    public void A_body_has_the_declarations_constraints_whatever_they_are_made_of() => Rule.Verify("""
        public interface IShape<out T>;

        public class Outer<T>
        {
            public interface IInner<TInner>;

            public interface IPlain;
        }

        public partial class Agent
        {
            [Step]
            public partial T Run<T, T2, T3, T4>(T value)
                where T : IShape<T[]>
                where T2 : IShape<(T, T2[,])>?
                where T3 : Outer<T3>.IInner<T>
                where T4 : Outer<List<T4>>.IPlain;

            private TBody RunCore<TBody, T2, T3, T4>(TBody value)
                where TBody : IShape<TBody[]>
                where T2 : IShape<(TBody, T2[,])>?
                where T3 : Outer<T3>.IInner<TBody>
                where T4 : Outer<List<T4>>.IPlain => value;
        }
        """);

    [Fact]
    public void A_constraint_that_is_another_is_still_found() => Rule.Verify("""
        public interface IShape<out T>;

        public partial class Agent
        {
            [Step]
            public partial T Run<T>(T value)
                where T : IShape<T[]>;

            private T {|OBS1004:RunCore|}<T>(T value)
                where T : IShape<T[,]> => value;
        }
        """);

    [Fact]
    public void An_interface_with_variance_captures_data_types() => Rule.Verify("""
        public sealed record Order(int Id);

        public sealed record Box<T>(T Item);

        public partial interface IShop<in TIn, out TOut>
            where TIn : class
        {
            [Step]
            public partial Order Find(Order order, TIn key, List<Order> orders);

            private Order FindCore(Order order, TIn key, List<Order> orders) => order;

            [LlmCall]
            public partial Box<T> Open<T>(Box<T> box);

            private Box<T> OpenCore<T>(Box<T> box) => box;

            [Step]
            public partial (int, Box<T>) Pack<T>(int number)
                where T : class, TIn;

            private (int, Box<T>) PackCore<T>(int number)
                where T : class, TIn => throw new NotSupportedException();
        }
        """);
}
