using Cases.Names.@namespace.@class;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class NamesTests
{
    private readonly @object<string> _strange = new();

    [Fact]
    public async System.Threading.Tasks.Task Keywords_are_recorded_without_their_at_signs()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Assert.Equal(4, _strange.@return(1, "ab", "o", @enum.@null));
            _strange.record(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        });
        Assert.Equal(
            [
                (ScopeKind.Step, "return", """{"ref":1,"class":"ab","out":"o","value":"null"}""", "4"),
                (ScopeKind.Step,
                    "record",
                    """{"field":1,"await":2,"var":3,"dynamic":4,"scoped":5,"partial":6,"file":7,"nint":8,"where":9,"yield":10,"when":11}""",
                    null),
            ],
            run.Calls());
    }

    [Fact]
    public async System.Threading.Tasks.Task Letters_of_every_script_are_recorded_as_they_are()
    {
        RunTrace run = await Everywhere.CallAsync(async () =>
            Assert.Equal(5, await _strange.ÜberprüfeAsync(5, new Cases.Names.@namespace.@class.Task(1, "Größe 名"))));
        Assert.Equal([(ScopeKind.Step, "überprüfe", """{"größe":5,"aufgabe":{"int":1,"名前":"Größe 名"}}""", "5")], run.Calls());
    }

    [Fact]
    public async System.Threading.Tasks.Task Parameters_named_like_the_generated_variables_keep_their_values()
    {
        RunTrace run = await Everywhere.RunAsync(async () => Assert.Equal(6, await _strange.RunAsync(1, 2, 3, "w", 4, 5, 6)));
        Assert.Equal(
            ("object", """{"call":1,"arguments":2,"task":3,"writer":"w","value":4,"identity":5,"_":6}""", "6"),
            (run.Agent, run.Arguments, run.Result));
    }

    [Fact]
    public async System.Threading.Tasks.Task A_parameter_named_like_the_body_does_not_hide_it()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            int calls = 0;
            Assert.Equal(9, _strange.Call(() => calls++ == 0 ? 9 : 0));
            Assert.Equal(1, calls);
        });
        Assert.Equal([(ScopeKind.Step, "call", """{"CallCore":{"$type":"System.Func<int>"}}""", "9")], run.Calls());
    }

    [Fact]
    public async System.Threading.Tasks.Task A_method_named_like_the_generated_one_is_still_called()
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal(3, _strange.Again(3)));
        Assert.Equal([(ScopeKind.Step, "again", """{"number":3}""", "3")], run.Calls());
    }

    [Fact]
    public async System.Threading.Tasks.Task Types_named_like_those_of_the_system_are_the_users()
    {
        Cases.Names.System.String text = new(3);
        RunTrace run = await Everywhere.CallAsync(() => Assert.Same(text, new Cases.Names.System.Exception().Wrap(text)));
        Assert.Equal([(ScopeKind.Step, "wrap", """{"text":{"Length":3}}""", """{"Length":3}""")], run.Calls());
    }
}
