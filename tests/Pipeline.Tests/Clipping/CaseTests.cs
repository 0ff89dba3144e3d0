using System.Globalization;
using System.Text;
using Pipeline.Clipping;
using Pipeline.Model;

namespace Pipeline.Tests.Clipping;

/// <summary>A folder per page under Cases/clipping: page.html, and expected.txt with the page's URL, what is to be clipped, and the text.</summary>
public class CaseTests
{
    public static TheoryData<string> Cases() => [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_page_is_clipped_as_expected(string name)
    {
        var expected = File.ReadAllText(Path.Combine(Folder, name, "expected.txt"));
        var url = expected.Split('\n')[0]["url: ".Length..];

        var clip = Clipper.Clip(File.ReadAllBytes(Path.Combine(Folder, name, "page.html")), charset: null, new Uri(url));

        Assert.Equal(expected, Written(url, clip));
    }

    private static string Folder { get; } = Path.Combine(Root(AppContext.BaseDirectory), "tests", "Cases", "clipping");

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "Pipeline.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);

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
        return text.Append('\n').Append(clip.Text).Append('\n').ToString();
    }

    private static string? Written(PageDate? date) =>
        date?.Instant.ToString(date.DayOnly ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
