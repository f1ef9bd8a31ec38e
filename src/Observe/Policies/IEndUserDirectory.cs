namespace Observe;

/// <summary>Knows the customers that runs work for. Asked on the path of every guarded call: it must answer from memory.</summary>
public interface IEndUserDirectory
{
    /// <summary>The customer, or null when it is not known.</summary>
    /// <param name="id">Id of the customer; see <see cref="RunContext.EndUserId"/>.</param>
    EndUser? Find(string id);
}
