using System.Globalization;
using System.Text;
using Pipeline.Clipping;
using Pipeline.Linguistics;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Clipping;

/// <summary>
/// A folder per page under Cases/clipping: page.html, and expected.txt with the page's URL, what is to be clipped, and the text.
/// floors.txt names the pages that are known not to come out so, and how well all of them together must.
/// </summary>
public class CaseTests
{
    private static readonly string Folder = Path.Combine(Cases.Root, "tests", "Cases", "clipping");

    private static readonly ILookup<string, string> Floors = File.ReadLines(Path.Combine(Folder, "floors.txt"))
        .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ', 3)).ToLookup(words => words[0], words => words[1], StringComparer.Ordinal);

    public static TheoryData<string> Exact() => [.. Names().Except(Floors["inexact"], StringComparer.Ordinal)];

    public static TheoryData<string> Fields() => [.. Floors.Select(floor => floor.Key).Where(name => name != "inexact").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Exact))]
    public void A_page_is_clipped_as_expected(string name)
    {
        var expected = File.ReadAllText(Path.Combine(Folder, name, "expected.txt"));
        var written = Clipped(name, expected);
        if (Environment.GetEnvironmentVariable("PIPELINE_ACCEPT") is not null)
            File.WriteAllText(Path.Combine(Folder, name, "expected.txt"), written);
        else
            Assert.Equal(expected, written);
    }

    /// <summary>The share of pages whose field is right; of the text, the mean F1 over four-word shingles as the public benchmarks count it.</summary>
    [Theory]
    [MemberData(nameof(Fields))]
    public void All_pages_together_keep_the_floor(string field)
    {
        var scores = Names().Select(name => (Name: name, Score: Score(field, name))).Where(page => page.Score is not null).ToList();
        var mean = scores.Average(page => page.Score!.Value);
        Assert.True(mean >= double.Parse(Floors[field].Single(), CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"{field}: {mean:0.0000} over {scores.Count} pages; below 1: {string.Join(", ", scores.Where(page => page.Score < 1))}"));
    }

    private static double? Score(string field, string name)
    {
        var expected = File.ReadAllText(Path.Combine(Folder, name, "expected.txt"));
        var clipped = Clipped(name, expected);
        if (!field.StartsWith("text-", StringComparison.Ordinal))
            return Value(expected, field) is { } wanted ? Value(clipped, field) == wanted ? 1 : 0 : null;
        var text = Text(expected);
        return text.Length == 0 || text.Any(Script.IsHan) != (field == "text-zh") ? null : ShingleF1.Of(text, Text(clipped));
    }

    private static string? Value(string clip, string field) =>
        clip.Split('\n').TakeWhile(line => line.Length > 0).FirstOrDefault(line => line.StartsWith(field + ": ", StringComparison.Ordinal));

    private static string Text(string clip) => clip[(clip.IndexOf("\n\n", StringComparison.Ordinal) + 2)..].Trim();

    private static IEnumerable<string> Names() => Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    private static string Clipped(string name, string expected)
    {
        var url = expected.Split('\n')[0]["url: ".Length..];
        return Written(url, Clipper.Clip(File.ReadAllBytes(Path.Combine(Folder, name, "page.html")), charset: null, new Uri(url)));
    }

    private static string Written(string url, Clip clip)
    {
        var text = new StringBuilder();
        void Field(string name, string? value) => text.Append(value is null ? "" : $"{name}: {value}\n");
        Field("url", url);
        Field("kind", clip.Kind.ToString());
        Field("title", clip.Title);
        Field("byline", clip.Byline);
        Field("published", Written(clip.Published));
        Field("updated", Written(clip.Updated));
        Field("language", clip.Language);
        Field("site", clip.Site);
        Field("canonical", clip.CanonicalUrl);
        Field("image", clip.Image);
        return text.Append('\n').Append(clip.Text).Append('\n').ToString();
    }

    private static string? Written(PageDate? date) =>
        date?.Instant.ToString(date.DayOnly ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
