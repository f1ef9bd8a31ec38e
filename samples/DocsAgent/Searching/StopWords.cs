namespace Docs.Searching;

/// <summary>Words that say nothing about what a text is about, among them those that questions are made of.</summary>
public static class StopWords
{
    private static readonly HashSet<string> s_words =
    [
        .. """
        a about all also am an and any anything are as at be been being between but by can cannot compare compared compares
        comparison could describe did differ difference differences different differs do does doing done each either everything
        example examples exist exists explain for from get gets give had happen happened happening happens has have having he
        her here him his how i if in into is it its itself just know let like many may me mean meaning means might mine more
        most much must my need needs no nor not of on once one only or other our ours out over own per please same shall she
        should show so some something such take takes tell than that the their them then there these they this those through to
        too under until up use used uses using versus very vs want was way we were what when where which while who whom whose
        why will with work works would you your yours
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    public static bool Contains(string word) => s_words.Contains(word);
}
