using Observe.Catalogue.Merging;
using Observe.Catalogue.Sources;
using Observe.Catalogue.Writing;

// Rebuilds the model catalogue and the report of what the two price files disagree on. From the root of the repository:
// dotnet run --project tests/Observe.Catalogue -- litellm_model_prices.json 2026-08-06 genai_prices_v2.json 2026-08-21
// The dates are those of the copies. The output depends on nothing but the four arguments.
if (args is not [string litellm, string litellmDate, string genai, string genaiDate] ||
    !DateOnly.TryParseExact(litellmDate, "yyyy-MM-dd", out _) || !DateOnly.TryParseExact(genaiDate, "yyyy-MM-dd", out _))
{
    Console.Error.WriteLine("usage: Observe.Catalogue <prices of litellm> <date of the copy> <prices of genai-prices, v2> <date of the copy>");
    return 2;
}

CatalogueBuilder builder = new(LitellmFile.Read(litellm), GenaiFile.Read(genai));
builder.Build();
FiguresFile figures = new(builder.Rows, [$"litellm {litellmDate}", $"genai-prices {genaiDate}"]);
string report = ConflictReport.Write(builder, figures);

File.WriteAllText(Path.Combine("src", "Observe", "Models", "CatalogueFigures.g.cs"), figures.Text);
File.WriteAllText(Path.Combine("tests", "Observe.Catalogue", "conflicts.md"), report);
Console.WriteLine($"{figures.NameCount} names, {figures.RecordCount} prices of providers, {figures.Bytes} bytes");
return 0;
