namespace Harbor.Chat;

/// <summary>The harbour's own service. Knows nothing of tracing.</summary>
public sealed class BoatCatalogue(HttpClient http)
{
    private IReadOnlyList<Boat> _lastSeen = [];

    public IReadOnlyList<Boat> LastSeen => _lastSeen;

    public async Task<IReadOnlyList<Boat>> SearchAsync(string text, CancellationToken ct)
    {
        var boats = await http.GetFromJsonAsync<Boat[]>($"boats?text={Uri.EscapeDataString(text)}", ct) ?? [];
        _lastSeen = boats;
        return boats;
    }

    public Task<Boat?> FindAsync(string id, CancellationToken ct) => http.GetFromJsonAsync<Boat>($"boats/{Uri.EscapeDataString(id)}", ct);

    public async Task<Availability> CheckAsync(string boatId, DateOnly from, DateOnly to, CancellationToken ct) =>
        await http.GetFromJsonAsync<Availability>($"boats/{boatId}/availability?from={from:O}&to={to:O}", ct)
        ?? new Availability(boatId, from, to, IsFree: false);

    public async Task<Reservation> ReserveAsync(string boatId, DateOnly from, DateOnly to, decimal deposit, CancellationToken ct)
    {
        using var response = await http.PostAsJsonAsync($"boats/{boatId}/reservations", new { from, to, deposit }, ct);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<Reservation>(ct) ?? throw new IOException("The catalogue answered with nothing.");
    }

    public async Task<string?> FindPersonOnDutyAsync(string conversation, CancellationToken ct)
    {
        using var response = await http.PostAsJsonAsync("office/calls", new { conversation }, ct);
        return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync(ct) : null;
    }

    public async Task QueueMailAsync(string to, string subject, CancellationToken ct)
    {
        using var response = await http.PostAsJsonAsync("mails", new { to, subject }, ct);
        response.EnsureSuccessStatusCode();
    }
}
