using Pipeline.Linguistics;
using Pipeline.Model;
using Pipeline.Stories;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Stories;

public class ExplanationTests
{
    [Fact]
    public void A_join_across_languages_names_what_both_have()
    {
        var english = Some.Article("Northlight releases Aurora 4.5 with voice", publisher: "Harbour Post");
        var chinese = Some.Article("Northlight 发布 Aurora 4.5，支持语音", publisher: "港湾日报");
        var traces = StoryGrouper.Explain([english, chinese], new StoryOptions());
        var joined = Assert.Single(traces[0].Joined);
        Assert.Contains("aurora-4.5", joined.Features);
        Assert.Contains(joined.Features, feature => feature[0] == '~');
        Assert.False(joined.Contradicts);
    }

    [Fact]
    public void The_next_version_came_close_and_contradicts()
    {
        var traces = StoryGrouper.Explain(
            [Some.Article("Northlight releases Aurora 4.5 to all developers"), Some.Article("Northlight releases Aurora 4.6 to all developers", publisher: "B")], new StoryOptions());
        Assert.All(traces, trace => Assert.Empty(trace.Joined));
        Assert.All(traces.SelectMany(trace => trace.Close), close => Assert.True(close.Contradicts));
    }

    [Fact]
    public void Not_to_know_when_is_no_evidence_of_the_same_time()
    {
        var (one, other) = (Some.Article("Harbour council votes on robot taxis before summer"), Some.Article("Harbour council delays its vote on robot taxis", publisher: "B"));
        double Likeness(DatedBy by) => StoryGrouper.Explain([one with { DatedBy = by }, other with { DatedBy = by }], new StoryOptions()).SelectMany(trace => trace.Joined.Concat(trace.Close)).First().Likeness;
        Assert.InRange(Likeness(DatedBy.FirstSeen) / Likeness(DatedBy.Feed), 0.6, 0.8);
    }

    [Fact]
    public void A_copy_names_its_original()
    {
        var one = Some.Article("Northlight opens Aurora to all developers", publisher: "A");
        var copy = Some.Article("Northlight Opens Aurora to All Developers!", publisher: "B", published: Some.Instant.AddHours(1));
        var traces = StoryGrouper.Explain([copy, one], new StoryOptions());
        Assert.Same(one, Assert.Single(traces, trace => trace.Article == copy).CopyOf);
    }

    [Fact]
    public void An_editors_alias_joins_two_languages()
    {
        var english = Some.Article("Cobalt Robotics fined by the regulator", publisher: "A");
        var chinese = Some.Article("监管机构罚款：钴石机器人", publisher: "B");
        Assert.Equal(2, StoryGrouper.Group([english, chinese]).Count);
        var options = new StoryOptions { Aliases = Aliases.Standard.With([["Cobalt Robotics", "钴石机器人"]]) };
        Assert.Single(StoryGrouper.Group([english, chinese], options));
    }
}
