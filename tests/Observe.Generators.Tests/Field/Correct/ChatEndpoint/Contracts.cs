namespace Harbor.Chat;

public sealed record ChatRequest(string? Conversation, string Message, string? Language);

public sealed record ChatChunk(string Text, bool IsLast = false);

public sealed record Boat(string Id, string Name, int Berths, decimal PricePerDay);

public sealed record Availability(string BoatId, DateOnly From, DateOnly To, bool IsFree);

public sealed record Reservation(string Number, string BoatId, DateOnly From, DateOnly To, decimal Deposit);

public sealed record Guest(string CustomerId, [Sensitive] string Email, [Sensitive] string Phone);

public sealed record Feedback(string Run, int Stars, string? Comment);

public enum Intent
{
    SmallTalk,
    FindBoat,
    Reserve,
    Cancel,
    TalkToPerson,
}
