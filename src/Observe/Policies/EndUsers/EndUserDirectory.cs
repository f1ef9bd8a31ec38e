using System.Collections.Concurrent;

namespace Observe;

/// <summary>
/// Customers that the process keeps in memory: fill it at start and change it while runs go on, each change counts from the next
/// question on. Safe to use from any thread.
/// </summary>
public sealed class EndUserDirectory : IEndUserDirectory
{
    private readonly ConcurrentDictionary<string, EndUser> _users = new(StringComparer.Ordinal);

    /// <summary>Makes a directory.</summary>
    /// <param name="users">Who is in it from the beginning; the last one of an id counts.</param>
    public EndUserDirectory(params EndUser[] users)
    {
        ArgumentNullException.ThrowIfNull(users);
        foreach (EndUser user in users)
        {
            Set(user);
        }
    }

    /// <summary>How many customers are in it.</summary>
    public int Count => _users.Count;

    /// <inheritdoc/>
    public EndUser? Find(string id) => _users.GetValueOrDefault(id);

    /// <summary>Adds a customer, or puts it in the place of the one with the same id.</summary>
    /// <param name="user">The customer.</param>
    /// <exception cref="ArgumentException">It has a blank id.</exception>
    public void Set(EndUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentException.ThrowIfNullOrWhiteSpace(user.Id, nameof(user));
        _users[user.Id] = user;
    }

    /// <summary>Removes a customer.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>Whether it was there.</returns>
    public bool Remove(string id) => _users.TryRemove(id, out _);
}
