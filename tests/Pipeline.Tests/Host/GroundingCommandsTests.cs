using System.Text.Json.Nodes;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host;

/// <summary>The gate on its own, and what it compared for a published claim.</summary>
public sealed class GroundingCommandsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Ground_answers_every_row_in_order()
    {
        folder.Write("claims.jsonl",
            """
            {"id": 1, "claim": "Lumevale cut its prices by 30%.", "evidence": [{"id": "a", "text": "Lumevale cut its prices by 20%."}]}
            {"id": "zh", "claim": "Lumevale 降价 20%。", "kind": "case", "language": "zh", "evidence": [{"id": "a", "text": "Lumevale cut its prices by 20%."}]}
            {"id": null, "evidence": [{"id": "a"}, 7]}
            {"id": 4, "claim": "Lumevale cut its prices."}
            """);

        var ran = await Command.RunAsync(folder.Path, ["ground", "claims.jsonl"]);

        Assert.True(ran.Code == 0, ran.Error);
        Assert.Equal(
            """
            {"id":1,"accepted":false,"reasons":["the number 30% is in no cited passage"]}
            {"id":"zh","accepted":true,"reasons":[]}
            {"id":null,"accepted":false,"reasons":["the row has no text under 'claim'"]}
            {"id":4,"accepted":false,"reasons":["the claim cites nothing"]}

            """, ran.Output);
    }

    [Theory]
    [InlineData("claims.jsonl:2", "ground", "claims.jsonl")]
    [InlineData("no-such-file", "ground", "no-such-file.jsonl")]
    [InlineData("CLAIM", "explain", "2026-W06")]
    public async Task Wrong_input_is_told(string said, params string[] arguments)
    {
        folder.Write("claims.jsonl", "{\"id\": 1, \"claim\": \"x\"}\nno json\n");

        var ran = await Command.RunAsync(folder.Path, arguments);

        Assert.NotEqual(0, ran.Code);
        Assert.Contains(said, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_shows_a_published_claim_with_its_passages()
    {
        Publish();

        var ran = await Command.RunAsync(folder.Path, ["explain", "2026-W06", "t1-case-1"]);

        Assert.True(ran.Code == 0, ran.Error);
        Assert.Contains("passage 1: n74, 潮信科技", ran.Output, StringComparison.Ordinal);
        Assert.Contains("number 412: in passage 1", ran.Output, StringComparison.Ordinal);
        Assert.EndsWith("accepted\n", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_finds_a_claim_by_its_words_and_writes_JSON()
    {
        Publish();

        var ran = await Command.RunAsync(folder.Path, ["explain", "2026-W06", "共收录 92 条消息", "--json"]);

        Assert.True(ran.Code == 0, ran.Error);
        var claim = JsonNode.Parse(ran.Output)!;
        Assert.Equal("computed", (string?)claim["kind"]);
        Assert.Equal(92, (int?)claim["figures"]![0]!["value"]);
        Assert.True((bool?)claim["accepted"]);
    }

    [Theory]
    [InlineData("2026-W07", "t1-case-1", "not among the weeks published")]
    [InlineData("2026-W06", "t9-case-9", "its ids are")]
    [InlineData("2026-W06", "发布", "name one")]
    [InlineData("2026-W06", "。", ", …; name one")]
    [InlineData("2026-W06", " ", "name a claim of 2026-W06 by its id")]
    public async Task Explain_says_what_there_is_instead(string week, string claim, string said)
    {
        Publish();

        var ran = await Command.RunAsync(folder.Path, ["explain", week, claim]);

        Assert.NotEqual(0, ran.Code);
        Assert.Contains(said, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_needs_no_archive_needs_no_password_for_it()
    {
        Publish();
        File.AppendAllText(folder["sources.yaml"], "archive: postgres://news:${UNSET_HERE}@db.invalid/news\n");

        var explained = await Command.RunAsync(folder.Path, ["explain", "2026-W06", "t1-case-1"]);
        var check = await Command.RunAsync(folder.Path, ["check", "2026-W06"]);
        var status = await Command.RunAsync(folder.Path, ["status"]);

        Assert.Equal((0, 0, 2), (explained.Code, check.Code, status.Code));
        Assert.Equal("", explained.Error);
        Assert.All([check.Error, status.Error], error => Assert.Contains("needs the environment variable UNSET_HERE, which is not set", error, StringComparison.Ordinal));
        Assert.Contains("checked without the archive", check.Error, StringComparison.Ordinal);
    }

    /// <summary>The committed sample week.</summary>
    private void Publish()
    {
        folder.Write("sources.yaml", "week: { ends: friday 18:00, zone: Asia/Shanghai }\nsources:\n  - name: Northlight Lab\n    url: https://northlight.example/feed.xml\n");
        foreach (var (path, bytes) in TemporaryFolder.Files(Path.Combine(Cases.Root, "digests")))
        {
            var file = Path.Combine(folder.Path, "digests", path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }
}
