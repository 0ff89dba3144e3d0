using System.Text;
using Pipeline.Digests;
using Pipeline.Digests.Adopting;
using Pipeline.Digests.Checking;
using Pipeline.Model;
using Pipeline.Sources;

namespace Pipeline.Tests.Digests.Adopting;

/// <summary>What an editor does to the sample week's pages, and the edits it comes to.</summary>
public class HandChangesTests
{
    private static readonly IReadOnlyList<OutputFile> Files = DigestWriter.Write(SampleWeek.Digest("zh-CN"), SampleWeek.Anchors, new Site(), SampleWeek.Templates("zh-CN"), null);
    private static readonly string Digest = Text("2026-W06/index.md");
    private static readonly string News = Text("weekly_news/ai_news_2026-W06/index.md");
    private static readonly DigestData Data = DigestJson.Read<DigestData>(Text("data/2026-W06.json"));

    public static TheoryData<string, string, string> Changes => new()
    {
        { "违者最高罚款五百万元（", "违者罚款不低（", "  - replace: 违者最高罚款五百万元。\n    with: 违者罚款不低\n    evidence:\n      - item: RULE\n        quote: 违者最高罚款五百万元。\n" },
        { "违者最高罚款五百万元（", "违者最高罚款六百万元（", "  # not grounded in RULE: six is not five\n  - replace: 违者最高罚款五百万元。\n    with: 违者最高罚款六百万元\n    voice: editor\n" },
        { "公司称查询成本减半（", "查询成本减半（", "  - replace: 公司称查询成本减半。\n    with: 查询成本减半\n    evidence:\n      - item: CHINESE\n        quote: 公司称查询成本减半。\n" },
        { "### 主轴一：模型与成本", "### 主轴一：模型: 成本", "  - rename: t1\n    title: \"模型: 成本\"\n" },
        { "\n影响判断：\n\n- 违者", "\n我们会继续关注。\n\n影响判断：\n\n- 违者", "  - add: 我们会继续关注。\n    to: t2\n    voice: editor\n" },
        { "- 违者", "- 我们会继续关注。\n- 违者", "  - add: 我们会继续关注。\n    to: t2\n    part: impact\n    voice: editor\n" },
        { "### 参考", "下周见。\n\n### 参考", "  - add: 下周见。\n    to: closing\n    voice: editor\n" },
        { "\n本周收录", "\n本期由值班编辑校对。\n\n本周收录", "  - note: 本期由值班编辑校对。\n" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_of_words_is_an_edit(string was, string now, string expected) => Assert.Equal(expected, Shown(Read(Replaced(Digest, was, now))));

    [Fact]
    public void An_untouched_page_says_nothing()
    {
        var adoption = Read(Digest);

        Assert.Empty(adoption.Edits);
        Assert.Empty(adoption.Left);
    }

    [Fact]
    public void A_sentence_taken_out_is_removed()
    {
        var line = Line("- 违者最高罚款五百万元");

        Assert.Equal("  - remove: 违者最高罚款五百万元。\n", Shown(Read(Replaced(Digest, line + "\n", ""))));
    }

    [Fact]
    public void A_headline_is_changed_in_the_heading_or_in_the_front_matter()
    {
        var headline = Sentence.WithoutStop(Data.Claims.Single(claim => claim.Id == Data.Headline).Text);
        const string Expected = "  - headline: 一周要闻\n    voice: editor\n";

        Assert.Equal(Expected, Shown(Read(Replaced(Digest, $"# {Data.Title}", $"# {Data.Title.Replace(headline, "一周要闻", StringComparison.Ordinal)}"))));
        Assert.Equal(Expected, Shown(Read(Replaced(Digest, $"title: {Data.Title}", $"title: {Data.Title.Replace(headline, "一周要闻", StringComparison.Ordinal)}"))));
    }

    [Fact]
    public void A_theme_taken_out_is_dropped_with_its_sentences()
    {
        var (start, end) = (Digest.IndexOf("### 主轴二", StringComparison.Ordinal), Digest.IndexOf("### 对不同角色", StringComparison.Ordinal));

        Assert.Equal("  - drop-theme: t2\n", Shown(Read(Digest[..start] + Digest[end..])));
    }

    [Fact]
    public void Themes_put_in_another_order_are_ordered()
    {
        var (first, second, end) = (Digest.IndexOf("### 主轴一", StringComparison.Ordinal), Digest.IndexOf("### 主轴二", StringComparison.Ordinal), Digest.IndexOf("### 对不同角色", StringComparison.Ordinal));

        Assert.Equal("  - order: [t2, t1]\n", Shown(Read(Digest[..first] + Digest[second..end] + Digest[first..second] + Digest[end..])));
    }

    [Theory]
    [InlineData("### 参考", "### 读者来信\n\n有读者问起。\n\n### 参考", "有读者问起。")]
    [InlineData("### 参考", "[外站](https://x.example/)\n\n### 参考", "https://x.example/")]
    [InlineData("### 参考", "| a | b |\n|---|---|\n| 1 | 2 |\n\n### 参考", "Table")]
    [InlineData("layout: ", "draft: true\nlayout: ", "draft: true")]
    public void What_no_edit_can_say_is_told_with_its_line(string was, string now, string said)
    {
        var left = Read(Replaced(Digest, was, now)).Left;

        Assert.Contains(left, line => line.StartsWith("2026-W06/index.md:", StringComparison.Ordinal) && line.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void An_item_taken_from_the_raw_news_page_is_dropped_and_its_words_are_its_publishers()
    {
        var id = SampleWeek.Anchors.Items.Values.Order(StringComparer.Ordinal).First();
        var item = Data.Items.Single(item => item.Id == id);
        var gone = NewsChanges.Read(Data, PageReader.Read("weekly_news/ai_news_2026-W06/index.md", Replaced(News, $"<a id=\"{id}\"></a>", "")));
        var changed = NewsChanges.Read(Data, PageReader.Read("weekly_news/ai_news_2026-W06/index.md", Replaced(News, $"[{MarkdownEscaper.Escape(item.Title)}]", "[Other words]")));

        Assert.Equal($"  - drop: {id}\n", string.Concat(gone.Edits));
        Assert.Contains($"the title of {id}", Assert.Single(changed.Left), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_edit_is_written_as_it_is_read()
    {
        Edit[] edits =
        [
            new DropItem(0, "n01"), new PinItem(0, "https://x.example/a?b=1#c"), new MoveItem(0, "n02", null), new MoveItem(0, "n02", "t: 1"), new MergeThemes(0, ["t1", "治理, 合规"], null),
            new MergeThemes(0, ["t1", "t2"], "\"a\" # b"), new SplitTheme(0, "t1", ["n01", "n02"], "安全"), new RenameTheme(0, "t1", "- x"), new OrderThemes(0, ["t2", "[x]"]), new DropTheme(0, "yes"),
            new ReplaceSentence(0, "a", new EditedSentence("b: c", [new Cited("n01", "{q}"), new Cited("n02", "\\")])), new ReplaceSentence(0, "# a", null), new AddSentence(0, "t1", true, new EditedSentence("x", [])),
            new AddSentence(0, "closing", false, new EditedSentence("😀", [])), new SetHeadline(0, new EditedSentence("12", [])), new AddNote(0, "null"),
        ];
        var written = edits.Select(edit => EditYaml.Write(edit, "why: #1")).ToArray();

        var read = EditsFile.Parse("edits:\n" + string.Concat(written), "edits.yaml");

        Assert.Equal(edits.Length, read.Count);
        Assert.Equal(written, read.Select(edit => EditYaml.Write(edit, "why: #1")));
    }

    private static Adoption Read(string page) => new HandChanges(
        Data, PageReader.Read("2026-W06/index.md", page), Data, PageReader.Read("2026-W06/index.md", Digest),
        (text, _) => text.Contains('六', StringComparison.Ordinal) ? new Verdict(false, ["six is not five"]) : Verdict.Pass).Read();

    /// <summary>With names in the place of the items' anchors.</summary>
    private static string Shown(Adoption adoption)
    {
        Assert.Empty(adoption.Left);
        var shown = string.Concat(adoption.Edits);
        foreach (var (name, title) in new[] { ("RULE", "监管部门就模型备案征求意见"), ("CHINESE", "北光发布 Aurora 2，单卡即可运行") })
            shown = shown.Replace(Data.Items.Single(item => item.Title == title).Id, name, StringComparison.Ordinal);
        return shown;
    }

    private static string Replaced(string text, string was, string now)
    {
        var at = text.IndexOf(was, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{was}' does not stand there");
        return text[..at] + now + text[(at + was.Length)..];
    }

    private static string Line(string start) => Digest.Split('\n').Single(line => line.StartsWith(start, StringComparison.Ordinal));

    private static string Text(string path) => Encoding.UTF8.GetString(Files.Single(file => file.Path == path).Content);
}
