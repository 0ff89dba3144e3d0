using System.Text;
using Pipeline.Digests;
using Pipeline.Digests.Editing;
using Pipeline.Model;
using Pipeline.Sources;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Digests;

/// <summary>Each kind of edit on the sample week: t1 模型与成本 (one story), t2 治理与合规 (two), two stories in none.</summary>
public class EditsTests
{
    private static readonly Dictionary<string, string> ItemOf = SampleWeek.Articles.ToDictionary(article => article.Title, article => SampleWeek.Anchors.Items[article.Url]);

    [Theory]
    [InlineData("drop: REACTION", "t1 模型与成本: s1 | t2 治理与合规: s1 | none: 2")]
    [InlineData("drop: RULE", "t1 模型与成本: s1 | t2 治理与合规: s1 | none: 2")]
    [InlineData("drop: RELEASE", "t1 模型与成本: s1 | t2 治理与合规: s2 | none: 2")]
    [InlineData("drop: LOOSE", "t1 模型与成本: s1 | t2 治理与合规: s2 | none: 1")]
    [InlineData("move: LOOSE, to: t1", "t1 模型与成本: s2 | t2 治理与合规: s2 | none: 1")]
    [InlineData("move: RULE, to: 模型与成本", "t1 模型与成本: s2 | t2 治理与合规: s1 | none: 2")]
    [InlineData("move: RELEASE, to: none", "t2 治理与合规: s2 | none: 3")]
    [InlineData("move: RELEASE, to: t2", "t2 治理与合规: s3 | none: 2")]
    [InlineData("merge: [t1, t2]", "t1 模型与成本: s3 | none: 2")]
    [InlineData("merge: [t2, t1], title: 合并", "t2 合并: s3 | none: 2")]
    [InlineData("split: t2, items: [REACTION], title: 回应", "t1 模型与成本: s1 | t2 治理与合规: s1 | t3 回应: s1 | none: 2")]
    [InlineData("rename: t2, title: 规则", "t1 模型与成本: s1 | t2 规则: s2 | none: 2")]
    [InlineData("order: [t2]", "t2 治理与合规: s2 | t1 模型与成本: s1 | none: 2")]
    [InlineData("drop-theme: t1", "t2 治理与合规: s2 | none: 3")]
    public void An_edit_of_items_and_themes_is_applied(string edit, string expected)
    {
        var edited = Apply(edit);

        Assert.All(edited.Outcomes, outcome => Assert.Null(outcome.Why));
        Assert.Equal(expected, Shown(edited.Grouping));
    }

    [Theory]
    [InlineData("drop: n99", "n99 is no item of the week")]
    [InlineData("pin: LOOSE", "stands in no theme")]
    [InlineData("move: RULE, to: t9", "the week has no theme 't9'")]
    [InlineData("merge: [t1, t9]", "the week has no theme 't9'")]
    [InlineData("split: t1, items: [RULE], title: x", "not in t1")]
    [InlineData("rename: 不在, title: x", "the week has no theme '不在'")]
    [InlineData("order: [t9]", "the week has no theme 't9'")]
    [InlineData("drop-theme: t9", "the week has no theme 't9'")]
    public void What_no_longer_applies_is_told_with_its_line_and_changes_nothing(string edit, string why)
    {
        var edited = Apply(edit);

        var outcome = Assert.Single(edited.Outcomes);
        Assert.Equal(2, outcome.Line);
        Assert.Contains(why, outcome.Why, StringComparison.Ordinal);
        Assert.Equal("t1 模型与成本: s1 | t2 治理与合规: s2 | none: 2", Shown(edited.Grouping));
    }

    [Fact]
    public void Edits_that_conflict_are_applied_in_order_and_the_later_one_is_told()
    {
        var edited = Apply("drop: RULE", "pin: RULE", "drop-theme: t1", "rename: t1, title: x");

        Assert.Equal([null, null], edited.Outcomes.Where((_, index) => index % 2 == 0).Select(outcome => outcome.Why));
        Assert.All(edited.Outcomes.Where((_, index) => index % 2 == 1), outcome => Assert.NotNull(outcome.Why));
    }

    [Fact]
    public void A_pinned_item_leads_its_story_and_its_theme()
    {
        var theme = Apply("pin: REACTION").Grouping.Themes[1];

        Assert.Equal(Item("REACTION"), SampleWeek.Anchors.Items[theme.Stories[0].Lead.Url]);
    }

    [Fact]
    public void A_dropped_item_is_in_no_list_of_the_week() =>
        Assert.DoesNotContain(Apply("drop: RULE").Articles, article => SampleWeek.Anchors.Items[article.Url] == Item("RULE"));

    [Fact]
    public void A_theme_that_an_editor_made_keeps_its_id_in_every_rebuild()
    {
        var edits = Parse("split: t2, items: [REACTION], title: 回应");
        var first = GroupingEdits.Apply(SampleWeek.Articles, Anchoring.WithIds(SampleWeek.Ungrouped, SampleWeek.Anchors), SampleWeek.Anchors, edits);
        var newcomer = Some.Article("Another release", "A text.", url: "https://x.example/new");
        var week = SampleWeek.Ungrouped with { Themes = [.. SampleWeek.Ungrouped.Themes, new Theme("新主题", [Some.Story(newcomer)])] };
        Article[] articles = [.. SampleWeek.Articles, newcomer];
        var anchors = Anchoring.Assign(first.Anchors, articles, week);
        var second = GroupingEdits.Apply(articles, Anchoring.WithIds(week, anchors), anchors, edits);

        Assert.Equal("t1 模型与成本: s1 | t2 治理与合规: s1 | t3 回应: s1 | t4 新主题: s1 | none: 2", Shown(second.Grouping));
        Assert.All(first.Anchors.Items, item => Assert.Equal(item.Value, second.Anchors.Items[item.Key]));
    }

    [Theory]
    [InlineData("replace: 违者最高罚款五百万元。, with: 最高罚款五百万元。, evidence: [{ item: RULE, quote: 违者最高罚款五百万元。 }]", "最高罚款五百万元（[海潮科技](../weekly_news/ai_news_2026-W06/#")]
    [InlineData("replace: 违者最高罚款五百万元, with: 罚款不低。, voice: editor", "- 罚款不低（编者）。\n")]
    [InlineData("add: 我们会继续关注。, to: t1, part: impact, voice: editor", "- 我们会继续关注（编者）。\n")]
    [InlineData("add: 我们会继续关注。, to: introduction, voice: editor", "我们会继续关注（编者）。\n")]
    [InlineData("add: 下周见。, to: closing, voice: editor", "下周见（编者）。\n")]
    [InlineData("headline: 一周要闻, voice: editor", "# 本周 AI 周报（2026‑W06）：一周要闻\n")]
    [InlineData("note: 本期由 <b>值班编辑</b> 校对。", "编者按：本期由 &lt;b&gt;值班编辑&lt;/b&gt; 校对。\n\n")]
    public void A_sentence_is_edited_and_the_week_is_sound(string edit, string expected)
    {
        var (digest, outcomes) = Sentences(edit);
        var files = DigestWriter.Write(digest, SampleWeek.Anchors, new Site(), SampleWeek.Templates("zh-CN"), null);

        Assert.Null(Assert.Single(outcomes).Why);
        Assert.Contains(expected, Encoding.UTF8.GetString(files.Single(file => file.Path == "2026-W06/index.md").Content), StringComparison.Ordinal);
        using var folder = new TemporaryFolder();
        new DigestFolder(folder["digests"]).Replace(files);
        Assert.Empty(DigestCheck.Run(folder["digests"], Some.Week.Label, (_, _) => Verdict.Pass));
    }

    [Fact]
    public void A_removed_sentence_is_gone() =>
        Assert.DoesNotContain(Sentences("remove: 违者最高罚款五百万元").Digest.Claims, claim => claim.Text.StartsWith("违者", StringComparison.Ordinal));

    [Theory]
    [InlineData("replace: 没有这句话, with: x, voice: editor", "no sentence of the digest reads so")]
    [InlineData("replace: 违者最高罚款五百万元, with: 违者最高罚款六百万元, evidence: [{ item: RULE, quote: 违者最高罚款五百万元 }]", "the gate does not accept it: six is not five")]
    [InlineData("add: x, to: t2, evidence: [{ item: RULE, quote: 没有这样写 }]", "does not stand in")]
    [InlineData("add: x, to: t2, evidence: [{ item: n99, quote: y }]", "n99 is no item of the week")]
    [InlineData("add: x, to: t9, voice: editor", "the digest tells of no theme 't9'")]
    public void A_sentence_that_can_not_be_edited_stays_and_is_told(string edit, string why)
    {
        var (digest, outcomes) = Sentences(edit);

        Assert.Contains(why, Assert.Single(outcomes).Why, StringComparison.Ordinal);
        Assert.Equal(SampleWeek.Digest("zh-CN").Claims.Select(claim => claim.Text), digest.Claims.Select(claim => claim.Text));
    }

    [Theory]
    [InlineData("edits:\n  - dorp: n01\n", "edits.yaml:2:5: unknown key 'dorp'; did you mean 'drop'?")]
    [InlineData("edits:\n  - drop: n01\n    pin: n02\n", "edits.yaml:2:5: this edit says drop and pin; make an edit of each, with '- ' before it")]
    [InlineData("edits:\n  - move: n01\n", "edits.yaml:2:5: an edit has no 'to'; name a theme by id or title, or none")]
    [InlineData("edits:\n  - add: x\n    to: t1\n", "edits.yaml:2:5: this sentence rests on nothing; give it 'evidence' (items with the words that say so), or 'voice: editor' where it is your own")]
    [InlineData("edits:\n  - drop: n01\n    title: x\n", "edits.yaml:3:12: 'title' means nothing beside 'drop'; take it out")]
    [InlineData("edits:\n  - merge: [t1]\n", "edits.yaml:2:5: 'merge' names one theme; name two or more")]
    public void A_mistake_in_the_file_is_told_with_its_place(string yaml, string fault)
    {
        var exception = Assert.Throws<SettingsException>(() => EditsFile.Parse(yaml, "edits.yaml"));

        Assert.Contains(fault, exception.Message, StringComparison.Ordinal);
    }

    private static EditedGrouping Apply(params string[] edits) =>
        GroupingEdits.Apply(SampleWeek.Articles, Anchoring.WithIds(SampleWeek.Ungrouped, SampleWeek.Anchors), SampleWeek.Anchors, Parse(edits));

    private static (Digest Digest, IReadOnlyList<EditOutcome> Outcomes) Sentences(string edit) => SentenceEdits.Apply(
        SampleWeek.Digest("zh-CN"), SampleWeek.Anchors, Parse(edit), (text, _) => text.Contains('六', StringComparison.Ordinal) ? new Verdict(false, ["six is not five"]) : Verdict.Pass);

    private static IReadOnlyList<Edit> Parse(params string[] edits)
    {
        var yaml = "edits:\n" + string.Concat(edits.Select(edit => $"  - {{ {edit} }}\n"));
        foreach (var name in new[] { "RELEASE", "RULE", "REACTION", "LOOSE" })
            yaml = yaml.Replace(name, Item(name), StringComparison.Ordinal);
        return EditsFile.Parse(yaml, "edits.yaml");
    }

    private static string Item(string name) => ItemOf[name switch
    {
        "RELEASE" => "北光发布 Aurora 2，单卡即可运行",
        "RULE" => "监管部门就模型备案征求意见",
        "REACTION" => "Filing rule: {{ small }} labs ask for <more> time",
        _ => "Quarry Robotics opens a plant",
    }];

    private static string Shown(Grouping grouping) =>
        string.Join(" | ", grouping.Themes.Select(theme => $"{theme.Id} {theme.Name}: s{theme.Stories.Count}").Append($"none: {grouping.Remainder.Count}"));
}
