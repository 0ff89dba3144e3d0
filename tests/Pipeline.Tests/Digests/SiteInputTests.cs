using System.Text;
using System.Text.Json;
using Pipeline.Digests;
using Pipeline.Model;
using Pipeline.Tests.Support;
using YamlDotNet.Serialization;

namespace Pipeline.Tests.Digests;

/// <summary>What .ci/sites builds and reads with other people's programs; written where PIPELINE_SITES says, and sound in any case.</summary>
public class SiteInputTests
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PIPELINE_SITES");

    [Fact]
    public void The_hostile_week_can_be_written_for_every_generator()
    {
        using var temporary = new TemporaryFolder();
        var folder = Folder is { Length: > 0 } given ? given : temporary.Path;
        foreach (var generator in Folder is { Length: > 0 } ? Site.Generators : ["hexo"])
            Assert.NotEmpty(new DigestFolder(Path.Combine(folder, generator)).Replace(HostileWeek.Files(generator)).Prepend(generator));
    }

    [Fact]
    public void Both_feeds_keep_to_their_form_and_list_the_same_entries_whatever_the_headlines()
    {
        var weeks = Folder is { Length: > 0 } ? 26 : 2;
        var feeds = HostileWeek.Feeds(weeks);
        if (Folder is { Length: > 0 } folder)
            new DigestFolder(folder).Replace(feeds);

        var read = feeds.Select(file => Pipeline.Feeds.FeedParser.Parse(file.Content, null, new Uri($"https://site.example/weekly/{file.Path}"))!.Entries.Select(entry => (entry.Id, entry.Url, entry.Title, entry.Published)).ToArray()).ToArray();
        Assert.Empty(FeedWriterTests.Mistakes(Encoding.UTF8.GetString(feeds.Single(file => file.Path == "atom.xml").Content)));
        Assert.Equal(weeks, read[0].Length);
        Assert.Equal(read[0], read[1]);
    }

    [Fact]
    public void Five_hundred_awkward_titles_read_back_as_they_were_written()
    {
        var titles = HostileWeek.Strings.Select(PlainText.Fold).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)
            .Select((text, index) => (Key: $"t{index}", Text: text)).ToArray();
        var yaml = string.Concat(titles.Select(title => $"{title.Key}: {YamlScalar.Write(title.Text)}\n"));
        if (Folder is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "titles.yaml"), yaml);
            File.WriteAllText(Path.Combine(folder, "titles.json"), JsonSerializer.Serialize(titles.ToDictionary(title => title.Key, title => title.Text)), new UTF8Encoding(false));
        }

        var read = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<Dictionary<string, object>>(yaml);
        Assert.True(titles.Length >= 500);
        Assert.All(titles, title => Assert.Equal(title.Text, read[title.Key]));
    }
}
