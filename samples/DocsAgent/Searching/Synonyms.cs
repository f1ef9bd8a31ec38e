namespace Docs.Searching;

/// <summary>Words that people who ask and people who write documentation use for the same thing.</summary>
public static class Synonyms
{
    private static readonly string[] s_groups =
    [
        "secret sensitive confidential password credential",
        "mask redact hide conceal censor",
        "argument parameter",
        "install installation setup add",
        "remove delete uninstall",
        "error exception failure fault",
        "fast quick performance speed overhead",
        "stop cancel abort end",
        "start begin launch",
        "option setting configuration config configure",
        "trace record log",
        "send export publish",
        "folder directory",
        "price cost",
        "limit maximum bound",
        "lose loss drop dropped",
        "question query",
    ];

    private static readonly Dictionary<string, string[]> s_byTerm = Index();

    /// <summary>Terms that mean much the same as this one, which is not among them.</summary>
    public static IReadOnlyList<string> Of(string term) => s_byTerm.GetValueOrDefault(term, []);

    private static Dictionary<string, string[]> Index()
    {
        Dictionary<string, string[]> byTerm = [];
        foreach (string group in s_groups)
        {
            string[] terms = [.. group.Split(' ').Select(Stemmer.Stem).Distinct()];
            foreach (string term in terms)
            {
                byTerm[term] = [.. byTerm.GetValueOrDefault(term, []).Union(terms).Where(other => other != term)];
            }
        }

        return byTerm;
    }
}
