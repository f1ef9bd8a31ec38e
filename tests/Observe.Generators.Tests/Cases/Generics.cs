using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Observe;

namespace Cases.Generics;

public interface IHasId<out TId>
{
    TId Id { get; }
}

public sealed record Customer(int Id, string Name) : IHasId<int>;

public sealed record Page<T>(IReadOnlyList<T> Items, int Total);

public partial class Store<TKey, TEntity>
    where TKey : notnull, IComparable<TKey>
    where TEntity : class, IHasId<TKey>
{
    private readonly Dictionary<TKey, TEntity> _entities = [];

    [ToolCall(ToolType = ToolTypes.Database)]
    public partial TEntity? Find(TKey id);

    private TEntity? FindCore(TKey id) => _entities.GetValueOrDefault(id);

    [ToolCall(ToolType = ToolTypes.Database)]
    public partial Task<Page<TEntity>> ListAsync(int top);

    private Task<Page<TEntity>> ListCoreAsync(int top) => Task.FromResult(new Page<TEntity>([.. _entities.Values], top));

    [ToolCall]
    public partial void Save(TEntity entity, KeyValuePair<TKey, TEntity> pair = default);

    private void SaveCore(TEntity entity, KeyValuePair<TKey, TEntity> pair) => _entities[entity.Id] = entity;

    [Step]
    public partial Page<TResult> Map<TResult>(Page<TEntity> page, Func<TEntity, TResult> map)
        where TResult : notnull;

    private static Page<TOut> MapCore<TOut>(Page<TEntity> page, Func<TEntity, TOut> map)
        where TOut : notnull => new([.. System.Linq.Enumerable.Select(page.Items, map)], page.Total);
}

public static partial class Shapes
{
    [Step]
    public static partial T Create<T>() where T : class, new();

    private static T CreateCore<T>() where T : class, new() => new();

    [Step]
    public static partial T? Choose<T>(T? first, T? second);

    private static T? ChooseCore<T>(T? first, T? second) => first ?? second;

    [Step]
    public static partial TStruct? Lift<TStruct>(TStruct value, TStruct? other) where TStruct : struct, IComparable<TStruct>;

    private static TStruct? LiftCore<TStruct>(TStruct value, TStruct? other) where TStruct : struct, IComparable<TStruct> => other ?? value;

    [Step]
    public static partial int Size<T>(T value) where T : unmanaged;

    private static unsafe int SizeCore<T>(T value) where T : unmanaged => sizeof(T);

    [Step]
    public static partial string Describe<T>(T value) where T : Enum;

    private static string DescribeCore<T>(T value) where T : Enum => value.ToString();

    [Step]
    public static partial void Convert<TFrom, TTo>(TFrom from, out TTo? to) where TFrom : TTo where TTo : class?;

    private static void ConvertCore<TFrom, TTo>(TFrom from, out TTo? to) where TFrom : TTo where TTo : class? => to = from;

    [Step]
    public static partial int Hash<T>(scoped T value) where T : allows ref struct;

    private static int HashCore<T>(scoped T value) where T : allows ref struct => typeof(T).Name.Length;

    [Step]
    public static partial Page<T> Wrap<T>(IEnumerable<T> items, T[] more, List<T?> others, (T First, int Count) pair);

    private static Page<T> WrapCore<T>(IEnumerable<T> items, T[] more, List<T?> others, (T First, int Count) pair) =>
        new([.. items, .. more], others.Count);
}

public static class Program
{
    public static int Use()
    {
        Store<int, Customer> store = new();
        store.Save(new Customer(1, "Ada"));
        return store.Find(1)!.Id + Shapes.Size(1L) + Shapes.Choose("a", null)!.Length;
    }
}
