using System.Reflection;
using System.Runtime.Loader;

namespace Observe.Tests.Models;

public sealed class CatalogueThreadingTests
{
    private const int Threads = 8;

    [Fact]
    public void Many_threads_that_ask_a_fresh_catalogue_at_once_get_the_same_answers()
    {
        string[] names = ["gpt-4o", "gpt-4o-mini", "claude-sonnet-4-5", "gemini-2.5-pro", "no-such-model", "o3", "azure/gpt-4o", "GPT-4O-2031-01-01"];
        string?[] expected = [.. names.Select(name => ModelCatalogue.Default.Find(name)?.Name)];
        for (int round = 0; round < 50; round++)
        {
            ModelCatalogue catalogue = new(null);
            string?[][] answers = InParallel(() => names.Select(name => catalogue.Find(name)?.Name).ToArray());
            Assert.All(answers, answer => Assert.Equal(expected, answer));
        }
    }

    [Fact]
    public void More_names_than_are_remembered_are_still_answered_right_by_all_threads()
    {
        ModelCatalogue catalogue = new(null);
        bool[] right = InParallel(() =>
        {
            bool all = true;
            for (int i = 0; i < 5000; i++)
            {
                all &= catalogue.Find($"gpt-4o-2031-01-{i % 28 + 1:00}", i % 2 == 0 ? "openai" : null)?.Name == "gpt-4o";
                all &= catalogue.Find($"no-such-model-{i}") is null;
            }

            return all;
        });

        Assert.All(right, Assert.True);
    }

    [Fact]
    public void The_built_in_catalogue_is_made_once_however_many_threads_ask_first()
    {
        AssemblyLoadContext context = new("a second copy of the library", isCollectible: true);
        Assembly library = context.LoadFromAssemblyPath(typeof(ModelCatalogue).Assembly.Location);
        Type catalogue = library.GetType(typeof(ModelCatalogue).FullName!)!;

        object?[] found = InParallel(() =>
        {
            object built = catalogue.GetProperty(nameof(ModelCatalogue.Default))!.GetValue(null)!;
            Assert.Equal("openai", catalogue.GetMethod(nameof(ModelCatalogue.ProviderOf))!.Invoke(built, ["gpt-4o"]));
            return built;
        });

        Assert.NotSame(typeof(ModelCatalogue), catalogue);
        Assert.All(found, one => Assert.Same(found[0], one));
        context.Unload();
    }

    private static T[] InParallel<T>(Func<T> action)
    {
        T[] results = new T[Threads];
        using Barrier start = new(Threads);
        Exception? failure = null;
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(index => new Thread(() =>
        {
            start.SignalAndWait();
            try
            {
                results[index] = action();
            }
            catch (Exception thrown)
            {
                failure = thrown;
            }
        }))];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        Assert.Null(failure);
        return results;
    }
}
