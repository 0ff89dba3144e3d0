using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Pipeline.Sources;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host.Sources;

/// <summary>`pipeline sources …` as its users run it.</summary>
public sealed class SourcesTests : IAsyncLifetime
{
    private const string Feed = "<rss version='2.0'><channel><title>北辰: the lab &amp; co</title><item><title>One</title><pubDate>Tue, 03 Feb 2026 10:00:00 GMT</pubDate></item></channel></rss>";

    private const string Yaml = "# the desk's own\nsources:\n\n  # Labs\n  - name: A\n    url: https://a.example/feed\n    headers: { Authorization: \"Bearer ${NO_SUCH_TOKEN}\" }\n\nweek: { zone: UTC } # last\n";

    private readonly TemporaryFolder folder = new();
    private LoopbackServer server = null!;

    public async Task InitializeAsync()
    {
        server = await LoopbackServer.StartAsync();
        server.Map("/feed", Feed);
        folder.Write("sources.yaml", Yaml);
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    private string Written => File.ReadAllText(folder["sources.yaml"]);

    [Fact]
    public async Task A_feed_is_added_under_its_own_name_and_nothing_else_changes()
    {
        var ran = await RunAsync("add", server.Url("feed").AbsoluteUri, "--allow-private", "--language", "zh-CN", "--weight", "1.5");

        Assert.True(ran.Code == 0, ran.Error);
        var added = $"  - name: \"北辰: the lab & co\"\n    url: {server.Url("feed")}\n    language: zh\n    weight: 1.5\n    allow-private: true\n";
        Assert.Equal(Yaml.Replace("\n\nweek", "\n" + added + "\nweek", StringComparison.Ordinal), Written);
        Assert.Contains($"line 8:\n{added}", ran.Output, StringComparison.Ordinal);
        Assert.Contains("1 entries now, the newest of 2026-02-03", ran.Output, StringComparison.Ordinal);
        Assert.Equal([folder["sources.yaml"]], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_page_leads_to_its_feed()
    {
        server.Map("/blog/", "<base href=/x/><link rel=alternate type=application/rss+xml href=../feed>", "text/html");

        var ran = await RunAsync("add", server.Url("blog/").AbsoluteUri, "--allow-private", "--name", "Lab");

        Assert.True(ran.Code == 0, ran.Error);
        Assert.Contains($"  - name: Lab\n    url: {server.Url("feed")}\n", Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_feeds_one_has_to_be_taken()
    {
        server.Map("/", "<link rel=alternate type=text/xml title=Dead href=/dead><link rel=alternate type=text/xml title='All of it' href=/feed>", "text/html");

        var asked = await RunAsync("add", server.Root.AbsoluteUri, "--allow-private");

        Assert.Equal(1, asked.Code);
        Assert.Equal($"{server.Url("dead")}  Dead\n{server.Url("feed")}  All of it\n", asked.Output);
        Assert.Contains("--first", asked.Error, StringComparison.Ordinal);
        Assert.Equal(Yaml, Written);
        Assert.Equal(0, (await RunAsync("add", server.Root.AbsoluteUri, "--allow-private", "--first")).Code);
        Assert.Contains($"url: {server.Url("feed")}\n", Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_usual_places_are_asked_where_a_page_names_no_feed()
    {
        server.Map("/", "<p>Hello", "text/html").Status("/feed", 404).Map("/atom.xml", Feed);

        Assert.Equal(0, (await RunAsync("add", server.Root.AbsoluteUri, "--allow-private")).Code);

        Assert.Contains($"url: {server.Url("atom.xml")}\n", Written, StringComparison.Ordinal);
        Assert.Equal(["/", "/feed", "/rss.xml", "/atom.xml"], server.Requests.Select(seen => seen.Path));
    }

    [Theory]
    [InlineData(1, "names none", "add", "{root}page", "--allow-private")]
    [InlineData(1, "404", "add", "{root}nothing", "--allow-private")]
    [InlineData(1, "allow-private", "add", "{root}feed")]
    [InlineData(1, "'A' in sources.yaml, line 6", "add", "http://www.a.example/feed/")]
    [InlineData(1, "'A' in sources.yaml, line 5", "add", "{root}feed", "--allow-private", "--name", "ａ")]
    [InlineData(2, "no web address", "add", "ftp://a.example/")]
    [InlineData(2, "without a password", "add", "https://me:secret@a.example/")]
    [InlineData(2, "the weight is '0,5'", "add", "{root}feed", "--weight", "0,5")]
    [InlineData(2, "no language", "add", "{root}feed", "--language", "Englisch")]
    [InlineData(2, "there is no such file", "add", "{root}feed", "--sources", "none.yaml")]
    [InlineData(1, "broken.opml: it is no well-formed XML", "import", "broken.opml")]
    [InlineData(2, "none.opml", "import", "none.opml")]
    [InlineData(2, "NO_SUCH_TOKEN", "check")]
    public async Task What_cannot_be_done_is_said_and_nothing_is_written(int code, string said, params string[] arguments)
    {
        server.Map("/page", "<p>Hello", "text/html").Status("/feed.xml", 404).Status("/feed", said == "names none" ? 404 : 200);
        if (said != "names none")
            server.Map("/feed", Feed);
        folder.Write("broken.opml", "<opml><body><outline xmlUrl='https://b.example/feed'>");

        var ran = await RunAsync([.. arguments.Select(argument => argument.Replace("{root}", server.Root.AbsoluteUri, StringComparison.Ordinal))]);

        Assert.Equal(code, ran.Code);
        Assert.Contains(said, ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
        Assert.Equal(Yaml, Written);
    }

    [Fact]
    public async Task A_list_in_brackets_is_left_alone()
    {
        const string Brackets = "sources: [{ name: A, url: 'https://a.example/feed' }]\n";
        folder.Write("sources.yaml", Brackets);

        var ran = await RunAsync("add", server.Url("feed").AbsoluteUri, "--allow-private");

        Assert.Equal(1, ran.Code);
        Assert.Contains("sources.yaml:1: the list of sources is written in brackets", ran.Error, StringComparison.Ordinal);
        Assert.Equal(Brackets, Written);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Mark_line_endings_rights_and_link_stay()
    {
        var bytes = (byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Yaml.ReplaceLineEndings("\r\n"))];
        File.Delete(folder["sources.yaml"]);
        Directory.CreateDirectory(folder["kept"]);
        await File.WriteAllBytesAsync(folder["kept/list.yaml"], bytes);
        File.CreateSymbolicLink(folder["sources.yaml"], folder["kept/list.yaml"]);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder["kept/list.yaml"], UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Assert.Equal(0, (await RunAsync("add", server.Url("feed").AbsoluteUri, "--allow-private", "--name", "Lab")).Code);

        var added = Encoding.UTF8.GetBytes($"  - name: Lab\r\n    url: {server.Url("feed")}\r\n    allow-private: true\r\n");
        var at = bytes.AsSpan().LastIndexOf("\r\nweek"u8);
        var written = File.ReadAllBytes(folder["kept/list.yaml"]);
        Assert.Equal([.. bytes[..at], .. added, .. bytes[at..]], written);
        Assert.NotNull(new FileInfo(folder["sources.yaml"]).LinkTarget);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["kept/list.yaml"]));
    }

    [Fact]
    public async Task What_is_exported_is_imported_again()
    {
        folder.Write("sources.yaml", "site: { title: 本周 }\nsources:\n  - name: 雷峰网\n    url: https://leaf.example/feed?a=1&b=2\n    language: zh\n  - name: \"A: 'b'\"\n    url: https://a.example/feed\n");
        folder.Write("other.yaml", "sources:\n- name: 雷峰网\n  url: https://elsewhere.example/feed\n");

        var printed = await RunAsync("export");
        Assert.Equal(0, (await RunAsync("export", "feeds.opml")).Code);
        var imported = await RunAsync("import", "feeds.opml", "--sources", "other.yaml");
        var again = await RunAsync("import", "feeds.opml", "--sources", "other.yaml");

        Assert.Equal(printed.Output, await File.ReadAllTextAsync(folder["feeds.opml"]));
        Assert.True(imported.Code == 0, imported.Error);
        Assert.EndsWith("2 added, 0 skipped\n", imported.Output, StringComparison.Ordinal);
        Assert.Equal("sources:\n- name: 雷峰网\n  url: https://elsewhere.example/feed\n- name: 雷峰网 2\n  url: https://leaf.example/feed?a=1&b=2\n  language: zh\n- name: \"A: 'b'\"\n  url: https://a.example/feed\n",
            await File.ReadAllTextAsync(folder["other.yaml"]));
        Assert.Equal("0 added, 2 skipped\n", again.Output);
        Assert.Contains("line 5 of sources.yaml", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feeds_are_read_from_standard_input()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "pipeline.dll"), "sources", "import", "-"])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync("<opml><body><outline text='B' xmlUrl='https://b.example/feed'/></body></opml>");
        process.StandardInput.Close();
        await process.WaitForExitAsync();

        Assert.Equal(0, process.ExitCode);
        Assert.Contains("  - name: B\n    url: https://b.example/feed\n", Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_shows_what_there_is_and_no_secret()
    {
        folder.Write("sources.yaml", """
            sources:
              - { name: 量子位, url: "https://a.example/feed", interval: 90m, keep: { words: [a, b], pattern: x, language: [zh] }, drop: { categories: [c] } }
              - { name: "[red]B", url: "https://b.example/feed", weight: 2, publisher: Bee, headers: { X-Key: s3cret }, selector: p, pages: false }
            """);

        var table = (await RunAsync("list")).Output;
        var json = JsonNode.Parse((await RunAsync("list", "--json")).Output)!["sources"]!.AsArray();

        Assert.Contains("keep 2 words, pattern, zh; drop 1 category", table, StringComparison.Ordinal);
        Assert.Contains("[red]B", table, StringComparison.Ordinal);
        Assert.Contains("selector; 1 header; no pages", table, StringComparison.Ordinal);
        Assert.Contains("2 sources", table, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", table + json.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(("量子位", "90m", "zh"), ((string?)json[0]!["name"], (string?)json[0]!["interval"], (string?)json[0]!["keep"]!["language"]![0]));
        Assert.Equal("X-Key", (string?)json[1]!["headers"]![0]);
    }

    [Fact]
    public async Task A_check_asks_everybody_and_says_what_to_do()
    {
        server.Redirect("/old", "/feed", 301).Map("/site", "<link rel=alternate type=text/xml href=/feed>", "text/html");
        folder.Write("sources.yaml", "sources:\n" + string.Concat(new[] { "feed", "old", "site", "gone" }.Select(path => $"  - {{ name: {path}, url: \"{server.Url(path)}\", allow-private: true }}\n")));

        var ran = await RunAsync("check");
        var json = JsonNode.Parse((await RunAsync("check", "--json")).Output)!;

        Assert.Equal(1, ran.Code);
        Assert.Contains("check 4/4", ran.Error, StringComparison.Ordinal);
        Assert.Contains($"change its url to {server.Url("feed")}", ran.Output, StringComparison.Ordinal);
        Assert.Contains("1 page, 1 gone", ran.Output, StringComparison.Ordinal);
        Assert.Equal(["moved", "page", "gone"], json["sources"]!.AsArray().Skip(1).Select(source => (string?)source!["state"]));
        Assert.Equal((3, 1), ((int)json["needEditor"]!, (int)json["sources"]![0]!["entries"]!));
        Assert.Equal([folder["sources.yaml"]], Directory.GetFileSystemEntries(folder.Path));
        Assert.Equal(0, (await RunAsync("check", "FEED")).Code);
        Assert.Contains("there is no source 'Z' in sources.yaml", (await RunAsync("check", "Z")).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add", "lab.example")]
    [InlineData("import", "feeds.opml")]
    [InlineData("export", "feeds.opml")]
    [InlineData("list", "--json")]
    [InlineData("check", "--json")]
    public async Task Help_ends_with_examples(string verb, string example)
    {
        var help = await RunAsync(verb, "--help");

        Assert.Equal(0, help.Code);
        Assert.Contains(example, help.Output[help.Output.IndexOf("Examples:", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_added_is_sound()
    {
        folder.Write("sources.yaml", "site: { language: en }\n");

        Assert.Equal(0, (await RunAsync("add", server.Url("feed").AbsoluteUri, "--allow-private")).Code);

        Assert.Equal("北辰: the lab & co", Assert.Single(SettingsFile.Load(folder["sources.yaml"]).Sources).Name);
    }

    private Task<Ran> RunAsync(params string[] arguments) => Command.RunAsync(folder.Path, ["sources", .. arguments]);
}
