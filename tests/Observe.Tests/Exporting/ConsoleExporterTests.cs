using static Observe.Tests.Exporting.ConsoleExporterTraces;

namespace Observe.Tests.Exporting;

public sealed class ConsoleExporterTests : IDisposable
{
    private readonly RecordingWriter _writer = new();

    public void Dispose() => _writer.Dispose();

    [Fact]
    public void Child_runs_wait_for_their_root_and_are_printed_inside_it_in_one_write()
    {
        ConsoleExporter exporter = Exporter();
        exporter.Accept(Run("grandchild", span: 3, caller: 102, trace: 1));
        exporter.Accept(Run("child", span: 2, caller: 1, scopes: [Scope(2, "delegate")]));
        Assert.Empty(_writer.Writes);

        exporter.Accept(Run("root", span: 1));

        string tree = Assert.Single(_writer.Writes);
        Assert.Contains("└─ ● child", tree, StringComparison.Ordinal);
        Assert.Contains("      └─ ● grandchild", tree, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Child_runs_whose_root_never_comes_are_printed_at_flush_with_their_own_children()
    {
        ConsoleExporter exporter = Exporter();
        exporter.Accept(Run("grandchild", span: 3, caller: 2));
        exporter.Accept(Run("child", span: 2, caller: 1));
        exporter.Accept(Run("stranger", span: 9, caller: 8, trace: 2));
        await exporter.FlushAsync(CancellationToken.None);
        await exporter.DisposeAsync();

        Assert.Equal(2, _writer.Writes.Count);
        Assert.Contains("└─ ● grandchild", _writer.Writes[0], StringComparison.Ordinal);
        Assert.Contains("called by span 0000000000000001", _writer.Writes[0], StringComparison.Ordinal);
        Assert.Contains("● stranger", _writer.Writes[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_that_call_each_other_are_printed_once_and_do_not_hang_the_flush()
    {
        ConsoleExporter exporter = Exporter();
        exporter.Accept(Run("a", span: 1, caller: 2));
        exporter.Accept(Run("b", span: 2, caller: 1));
        exporter.Accept(Run("self", span: 3, caller: 3));
        await exporter.DisposeAsync();

        Assert.Equal(2, _writer.Writes.Count);
    }

    [Fact]
    public void When_too_many_child_runs_wait_the_oldest_is_printed_on_its_own()
    {
        ConsoleExporter exporter = Exporter(maxHeldRuns: 2);
        exporter.Accept(Run("first", span: 2, caller: 1));
        exporter.Accept(Run("second", span: 3, caller: 1));
        exporter.Accept(Run("third", span: 4, caller: 1));
        Assert.Contains("● first", Assert.Single(_writer.Writes), StringComparison.Ordinal);

        exporter.Accept(Run("root", span: 1));
        Assert.Contains("├∥ ● second", _writer.Writes[1], StringComparison.Ordinal);
        Assert.Contains("└∥ ● third", _writer.Writes[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_child_run_that_outlives_its_root_is_printed_when_it_comes()
    {
        ConsoleExporter exporter = Exporter();
        exporter.Accept(Run("root", span: 1));
        exporter.Accept(Run("late", span: 2, caller: 1));

        Assert.Equal(2, _writer.Writes.Count);
    }

    [Fact]
    public void Runs_of_a_batch_that_is_offered_again_are_not_printed_twice()
    {
        ConsoleExporter exporter = Exporter();
        RunTrace child = Run("child", span: 2, caller: 1);
        RunTrace root = Run("root", span: 1);
        RunTrace other = Run("other", trace: 2);
        exporter.Accept(child);
        exporter.Accept(root);
        _writer.Fails = true;
        Assert.Throws<IOException>(() => exporter.Accept(other));

        _writer.Fails = false;
        foreach (RunTrace run in new[] { child, root, other })
        {
            exporter.Accept(run);
        }

        Assert.Equal(2, _writer.Writes.Count);
        Assert.Contains("● other", _writer.Writes[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_end_as_the_writer_ends_them_and_nothing_is_coloured_when_it_is_no_terminal()
    {
        _writer.NewLine = "\r\n";
        Exporter().Accept(Run());

        string tree = Assert.Single(_writer.Writes);
        Assert.EndsWith("\r\n\r\n", tree, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', tree);
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConsoleExporter(new ConsoleExporterOptions { Width = 47 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConsoleExporter(new ConsoleExporterOptions { MaxScopes = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConsoleExporter(new ConsoleExporterOptions { MaxHeldRuns = -1 }));
    }

    private ConsoleExporter Exporter(int maxHeldRuns = 1000) =>
        new(new ConsoleExporterOptions { Writer = _writer, MaxHeldRuns = maxHeldRuns });

    private sealed class RecordingWriter : StringWriter
    {
        public List<string> Writes { get; } = [];

        public bool Fails { get; set; }

        public override void Write(string? value) => Writes.Add(Fails ? throw new IOException("disk full") : value!);
    }
}
