using Observe.Policies;

namespace Observe.Tests.Policies.Files;

public sealed class PolicyFileReloadTests : IDisposable
{
    private const string One = """[ { "name": "a", "category": "stub", "rules": { "max": 1 } } ]""";
    private const string Two = """[ { "name": "a", "category": "stub", "rules": { "max": 2 } } ]""";

    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(2);

    private readonly TemporaryFile _file = new(One);
    private readonly ManualTimers _clock = new();
    private readonly List<string> _warnings = [];
    private PolicySource? _source;
    private int _changes;

    [Fact]
    public void A_changed_file_is_read_at_the_next_look_once_it_has_settled()
    {
        Start();
        _file.Write(Two);

        _clock.Advance(s_poll);
        Assert.Equal((1, 0), (Max, _changes));
        _clock.Advance(TimeSpan.FromMilliseconds(200));
        Assert.Equal((2, 1), (Max, _changes));
        Assert.Empty(_warnings);
    }

    [Fact]
    public void A_change_between_reading_and_starting_is_not_missed()
    {
        PolicySource source = Make();
        DateTime before = File.GetLastWriteTimeUtc(_file.FullPath);
        File.WriteAllText(_file.FullPath, Two);
        File.SetLastWriteTimeUtc(_file.FullPath, before); // same time, same length: nothing but reading can tell
        Start(source);

        _clock.Advance(s_poll);

        Assert.Equal((2, 1), (Max, _changes));
    }

    [Fact]
    public void A_second_change_in_the_same_instant_of_a_coarse_clock_is_not_missed()
    {
        Start();
        _file.Write(Two);
        _clock.Advance(s_poll * 1.5);
        Assert.Equal(2, Max);

        DateTime before = File.GetLastWriteTimeUtc(_file.FullPath);
        File.WriteAllText(_file.FullPath, Two.Replace('2', '3'));
        File.SetLastWriteTimeUtc(_file.FullPath, before);
        _clock.Advance(s_poll);

        Assert.Equal(3, Max);
    }

    [Fact]
    public void A_file_that_is_still_being_written_is_not_read()
    {
        Start();
        _file.Write(Two[..20]);
        _clock.Advance(s_poll);
        _file.Write(Two[..30]);
        _clock.Advance(TimeSpan.FromMilliseconds(200));
        _file.Write(Two);
        _clock.Advance(TimeSpan.FromMilliseconds(200));
        Assert.Equal(1, Max);
        _clock.Advance(TimeSpan.FromMilliseconds(200));

        Assert.Equal(2, Max);
        Assert.Empty(_warnings);
    }

    [Fact]
    public void A_wrong_file_is_rejected_whole_with_one_warning_and_the_old_policies_stay()
    {
        Start();
        IPolicy before = Assert.Single(_source!.Current).Policy;
        _file.Write("""
            [ { "name": "a", "category": "stub", "rules": { "max": 2 } },
              { "name": "b", "category": "stub", "rules": { "max": 0 } } ]
            """);

        _clock.Advance(s_poll * 10);

        Assert.Same(before, Assert.Single(_source.Current).Policy);
        Assert.Equal(0, _changes);
        Assert.Equal(
            $"{_file.FullPath} has changed and is rejected; the policies read before stay in force. {_file.FullPath}(2): $[1].rules.max: 0 must be at least 1",
            Assert.Single(_warnings));

        _file.Write(Two);
        _clock.Advance(s_poll * 2);
        Assert.Equal((2, 1), (Max, _changes));
    }

    [Fact]
    public void A_wrong_file_that_is_only_touched_is_not_warned_of_again()
    {
        Start();
        _file.Write("[");
        _clock.Advance(s_poll * 3);
        _file.Write("[");
        _clock.Advance(s_poll * 3);
        Assert.Single(_warnings);

        _file.Write("[[");
        _clock.Advance(s_poll * 3);
        Assert.Equal(2, _warnings.Count);
    }

    [Fact]
    public void A_policy_keeps_its_instance_while_what_it_is_made_from_stays()
    {
        Start();
        IPolicy before = Assert.Single(_source!.Current).Policy;

        _file.Write("""
            { "policies": [
              { "name": "new", "category": "stub" },
              // moved, laid out anew, for other agents, with another priority
              { "rules": {
                  "max": 1 }, "priority": 3, "on_failure": "open", "scope": { "agents": ["x"] }, "category": "stub", "name": "a" } ] }
            """);
        _clock.Advance(s_poll * 2);

        Assert.Equal(2, _source.Current.Count);
        Assert.Same(before, _source.Current[1].Policy);
        Assert.Equal((3, PolicyFailure.Open), (_source.Current[1].Priority, _source.Current[1].OnFailure));
        Assert.Equal(["x"], _source.Current[1].Agents);
    }

    [Theory]
    [InlineData("""[ { "name": "a", "category": "stub", "rules": { "max": 1, "answer": "warn" } } ]""")]
    [InlineData("""[ { "name": "a", "category": "stub", "version": "2", "rules": { "max": 1 } } ]""")]
    [InlineData("""[ { "name": "b", "category": "stub", "rules": { "max": 1 } } ]""")]
    [InlineData("""[ { "name": "a", "category": "other", "rules": { "max": 1 } } ]""")]
    public void A_policy_that_is_made_from_something_else_is_a_new_one(string json)
    {
        Start();
        IPolicy before = Assert.Single(_source!.Current).Policy;
        _file.Write(json);
        _clock.Advance(s_poll * 2);

        Assert.NotSame(before, Assert.Single(_source.Current).Policy);
    }

    [Fact]
    public void A_policy_that_was_switched_off_for_a_while_keeps_its_instance()
    {
        Start();
        IPolicy before = Assert.Single(_source!.Current).Policy;
        _file.Write(One.Replace("\"stub\"", "\"stub\", \"enabled\": false", StringComparison.Ordinal));
        _clock.Advance(s_poll * 2);
        Assert.Empty(_source.Current);

        _file.Write(One);
        _clock.Advance(s_poll * 2);
        Assert.Same(before, Assert.Single(_source.Current).Policy);
    }

    [Fact]
    public void A_file_that_is_replaced_by_another_is_read()
    {
        Start();
        File.WriteAllText(_file.FullPath + ".new", Two);
        File.Move(_file.FullPath + ".new", _file.FullPath, overwrite: true);
        _clock.Advance(s_poll * 2);

        Assert.Equal((2, 1), (Max, _changes));
    }

    [Fact]
    public void A_file_that_is_gone_for_a_moment_is_no_warning_and_one_that_stays_away_is_one()
    {
        Start();
        File.Delete(_file.FullPath);
        _clock.Advance(s_poll);
        _file.Write(Two);
        _clock.Advance(s_poll);
        Assert.Equal(2, Max);
        Assert.Empty(_warnings);

        File.Delete(_file.FullPath);
        _clock.Advance(s_poll * 20);
        Assert.Equal(2, Max);
        Assert.Equal($"{_file.FullPath}: the file does not exist. The policies read before stay in force.", Assert.Single(_warnings));

        _file.Write(One);
        _clock.Advance(s_poll * 2);
        Assert.Equal(1, Max);
        Assert.Single(_warnings);
    }

    [Fact]
    public void A_directory_that_a_link_leads_through_may_be_replaced()
    {
        // The layout in which container platforms mount configuration: only the inner link changes.
        string root = Path.GetDirectoryName(_file.FullPath)!;
        Directory.CreateDirectory(Path.Combine(root, "v1"));
        Directory.CreateDirectory(Path.Combine(root, "v2"));
        File.WriteAllText(Path.Combine(root, "v1", "policies.json"), One);
        File.WriteAllText(Path.Combine(root, "v2", "policies.json"), Two);
        File.SetLastWriteTimeUtc(Path.Combine(root, "v1", "policies.json"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        File.Delete(_file.FullPath);
        Directory.CreateSymbolicLink(Path.Combine(root, "data"), "v1");
        File.CreateSymbolicLink(_file.FullPath, Path.Combine("data", "policies.json"));
        Start();
        _clock.Advance(s_poll);

        Directory.Delete(Path.Combine(root, "data"));
        Directory.CreateSymbolicLink(Path.Combine(root, "data"), "v2");
        _clock.Advance(s_poll * 2);

        Assert.Equal((2, 1), (Max, _changes));
    }

    [Fact]
    public void After_disposal_nobody_looks_any_more()
    {
        Start();
        _source!.Dispose();
        _file.Write(Two);
        _clock.Advance(s_poll * 3);

        Assert.Equal((1, 0, 0), (Max, _changes, _clock.Armed));
    }

    [Fact]
    public void What_goes_wrong_in_taking_over_a_change_is_a_warning()
    {
        Start(Make(), () => throw new InvalidOperationException("no room"));
        _file.Write(Two);
        _clock.Advance(s_poll * 2);

        Assert.Equal($"{_file.FullPath}: the change could not be taken over: no room", Assert.Single(_warnings));
    }

    [Fact]
    public async Task Where_the_system_reports_changes_nobody_waits_for_the_next_look()
    {
        TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using PolicySource source = Make(watch: true);
        source.Start(TimeProvider.System, changed.SetResult, _warnings.Add);
        File.WriteAllText(_file.FullPath + ".new", Two);
        File.Move(_file.FullPath + ".new", _file.FullPath, overwrite: true);

        await changed.Task.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(2, Assert.IsType<FilePolicyStub>(Assert.Single(source.Current).Policy).Max);
    }

    public void Dispose()
    {
        _source?.Dispose();
        _file.Dispose();
    }

    private int? Max => Assert.IsType<FilePolicyStub>(Assert.Single(_source!.Current).Policy).Max;

    private PolicySource Make(bool watch = false) => new PolicyOptions()
        .AddCategory("stub", definition => new FilePolicyStub(definition))
        .AddCategory("other", definition => new FilePolicyStub(definition))
        .AddFile(_file.FullPath, new PolicyFileOptions { Watch = watch, PollInterval = watch ? TimeSpan.FromDays(1) : s_poll })
        .Sources[0];

    private void Start(PolicySource? source = null, Action? changed = null)
    {
        _source = source ?? Make();
        _source.Start(_clock, changed ?? (() => _changes++), _warnings.Add);
    }
}
