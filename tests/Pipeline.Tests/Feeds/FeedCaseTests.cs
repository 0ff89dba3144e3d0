using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Feeds;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Feeds;

/// <summary>tests/Cases/feeds: feed.* is read as expected.json says. Where they differ, what was read is left beside the tests' binaries.</summary>
public class FeedCaseTests
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> All => Cases.Of("feeds");

    [Theory]
    [MemberData(nameof(All))]
    public void A_feed_is_read_as_expected(string name)
    {
        var folder = Path.Combine(Cases.Folder("feeds"), name);
        var feed = FeedParser.Parse(File.ReadAllBytes(Directory.GetFiles(folder, "feed.*").Single()));
        var read = JsonSerializer.Serialize(feed, Readable) + "\n";

        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, $"feed-{name}.json"), read);

        Assert.Equal(File.ReadAllText(Path.Combine(folder, "expected.json")), read);
    }
}
