using System.Diagnostics;
using Pipeline.Feeds;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Feeds;

public class EntryFilterTests
{
    /// <summary>The back reference keeps it from being run any cleverer way.</summary>
    private const string Catastrophic = @"^(a+)+\1?$";

    [Theory]
    [InlineData("agent", "The agent opens a ticket", true)]
    [InlineData("agent", "AGENT", true)]
    [InlineData("Agent", "an agent's desk", true)]
    [InlineData("agent", "multi-agent work", true)]
    [InlineData("agent", "Agents open tickets", false)]
    [InlineData("agent", "reagent prices", false)]
    [InlineData("open weights", "Lumevale opens its Open  Weights", true)]
    [InlineData("open weights", "open and weights", false)]
    [InlineData("GPT-4", "GPT-4o is out", false)]
    [InlineData("C++", "C++20 compilers", true)]
    [InlineData("AI", "北辰实验室用AI做客服", true)]
    [InlineData("AI", "ＡＩ芯片", true)]
    [InlineData("AI", "OpenAI芯片", false)]
    [InlineData("智能体", "三家公司的智能体上岗", true)]
    [InlineData("智能体", "三家公司的智能體上崗", true)]
    [InlineData("數據", "数据集发布", true)]
    [InlineData("云", "Cloud only", false)]
    public void A_word_is_found_in_a_title(string word, string title, bool found)
    {
        var entry = Entry(title);

        Assert.Equal(found, Kept(Keeping(new EntryRule { Words = [word] }), entry).Count == 1);
        Assert.Equal(!found, Kept(Dropping(new EntryRule { Words = [word] }), entry).Count == 1);
    }

    [Theory]
    [InlineData("<p>The <b>ag</b>ent is out</p>", true)]
    [InlineData("reag<br>agent", true)]
    [InlineData("<p>an</p><p>agent</p>", true)]
    [InlineData("ag&#101;nt", true)]
    [InlineData("&lt;b&gt;agent&lt;/b&gt;", true)]
    [InlineData("plain text with an agent", true)]
    [InlineData("<a href='/agent' class=agent>link</a>", false)]
    [InlineData("<script>var agent = 1;</script><style>.agent{}</style><!-- agent -->", false)]
    [InlineData("<p>ag</p><p>ent</p>", false)]
    [InlineData("<script>unclosed agent", false)]
    public void Markup_is_no_text(string html, bool found)
    {
        var source = Keeping(new EntryRule { Words = ["agent"] });

        Assert.Equal(found, Kept(source, Entry("Any") with { Summary = html }).Count == 1);
        Assert.Equal(found, Kept(source, Entry("Any") with { Content = html }).Count == 1);
    }

    [Fact]
    public void A_phrase_does_not_reach_from_the_title_into_the_summary() =>
        Assert.Empty(Kept(Keeping(new EntryRule { Words = ["open weights"] }), Entry("Doors open") with { Summary = "weights fall" }));

    [Theory]
    [InlineData(@"\bGPT-\d", "GPT-5 is out", true)]
    [InlineData(@"\bGPT-\d", "gpt-5 is out", false)]
    [InlineData(@"(?i)\bGPT-\d", "gpt-5 is out", true)]
    [InlineData("^GPT", "GPT-5 is out", true)]
    [InlineData("out$", "GPT-5 is out", true)]
    [InlineData("发布.{1,4}模型", "北辰实验室发布了小模型", true)]
    public void A_pattern_is_held_against_each_text(string pattern, string title, bool found) =>
        Assert.Equal(found, Kept(Keeping(new EntryRule { Pattern = pattern }), Entry(title) with { Summary = "<p>Nothing</p>" }).Count == 1);

    [Theory]
    [InlineData("News", true)]
    [InlineData("news", true)]
    [InlineData(" NEWS ", true)]
    [InlineData("Newsroom", false)]
    public void A_category_is_the_whole_category(string category, bool found) =>
        Assert.Equal(found, Kept(Keeping(new EntryRule { Categories = ["News"] }), Entry("Any") with { Categories = ["Other", category] }).Count == 1);

    [Theory]
    [InlineData("北辰实验室发布了小模型", null, "zh", true)]
    [InlineData("A small model is out", null, "en", true)]
    [InlineData("A small model is out", null, "zh", false)]
    [InlineData("Le petit modèle est là", "fr", "fr", true)]
    [InlineData("Le petit modèle est là", "fr", "en", false)]
    public void A_language_is_what_the_entry_is_written_in(string title, string? declared, string wanted, bool found) =>
        Assert.Equal(found, Kept(Keeping(new EntryRule { Languages = [wanted] }) with { Language = declared }, Entry(title)).Count == 1);

    [Fact]
    public void Any_one_of_what_a_rule_lists_is_enough()
    {
        var rule = new EntryRule { Words = ["agent"], Pattern = "chip", Categories = ["Robots"], Languages = ["zh"] };
        Entry[] entries = [Entry("An agent"), Entry("A chip"), Entry("Any") with { Categories = ["Robots"] }, Entry("小模型"), Entry("Other")];

        Assert.Equal(entries[..4], Kept(Keeping(rule), entries));
    }

    [Fact]
    public void Drop_wins_over_keep_and_the_order_stays()
    {
        var source = Some.Source() with { Keep = new EntryRule { Words = ["agent"] }, Drop = new EntryRule { Words = ["webinar"] } };
        Entry[] entries = [Entry("Agent two"), Entry("Agent webinar"), Entry("Chip"), Entry("Agent one")];

        Assert.Equal([entries[0], entries[3]], Kept(source, entries));
    }

    [Fact]
    public void Without_rules_everything_is_kept()
    {
        Entry[] entries = [Entry("One"), new() { Id = "nothing but an id" }];

        Assert.Same(entries, Kept(Some.Source(), entries));
        Assert.Single(Kept(Dropping(new EntryRule { Words = ["one"], Pattern = "One" }), entries));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_pattern_that_never_ends_keeps_the_entry_and_is_told_once(bool drop)
    {
        var rule = new EntryRule { Pattern = Catastrophic };
        var entries = Enumerable.Range(0, 500).Select(_ => Entry(new string('a', 60) + "!")).ToArray();
        var watch = Stopwatch.StartNew();

        var (kept, troubles) = EntryFilter.Choose(entries, drop ? Dropping(rule) : Keeping(rule));

        Assert.Equal(500, kept.Count);
        Assert.Contains("the pattern under", Assert.Single(troubles), StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Fact]
    public void A_hostile_entry_is_read_in_time()
    {
        var html = string.Concat(Enumerable.Repeat("<script><b a='<!--", 100_000));
        var watch = Stopwatch.StartNew();

        Kept(Keeping(new EntryRule { Words = ["agent", "智能体"] }), Entry("Any") with { Content = html });

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Fact]
    public void A_fingerprint_is_that_of_the_rules_alone()
    {
        var rule = new EntryRule { Words = ["a", "b"], Languages = ["en"] };
        var source = Keeping(rule);

        Assert.Null(EntryFilter.Fingerprint(Some.Source()));
        Assert.Equal(EntryFilter.Fingerprint(source), EntryFilter.Fingerprint(Keeping(rule with { Words = ["b", "a"] }) with { Weight = 3, Selector = "p" }));
        Source[] others = [Dropping(rule), Keeping(rule with { Words = ["a,b"] }), Keeping(rule with { Words = ["a"] }), Keeping(rule with { Languages = [], Categories = ["en"] }), source with { Drop = rule }, Keeping(rule with { Pattern = "a" })];
        Assert.Equal(others.Length + 1, others.Append(source).Select(EntryFilter.Fingerprint).Distinct().Count());
    }

    private static Source Keeping(EntryRule rule) => Some.Source() with { Keep = rule };

    private static Source Dropping(EntryRule rule) => Some.Source() with { Drop = rule };

    private static Entry Entry(string title) => new() { Id = title, Title = title };

    private static IReadOnlyList<Entry> Kept(Source source, params Entry[] entries) => EntryFilter.Choose(entries, source).Kept;
}
