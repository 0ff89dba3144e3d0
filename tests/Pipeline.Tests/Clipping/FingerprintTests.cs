using Pipeline.Clipping;
using Pipeline.Model;

namespace Pipeline.Tests.Clipping;

public class FingerprintTests
{
    private static Entry Entry { get; } = new()
    {
        Id = "a",
        Url = "https://www.lab.example/a?id=1",
        Title = "Lab opens",
        Published = new DateTimeOffset(2026, 2, 4, 9, 30, 0, TimeSpan.Zero),
        Summary = "<p>The lab opens in May.</p>",
    };

    [Theory]
    [InlineData("http://www.lab.example/a?id=1")]
    [InlineData("https://lab.example/a?id=1")]
    [InlineData("https://www.lab.example/a?utm_source=rss&id=1&fbclid=9")]
    public void The_spelling_of_its_link_is_no_revision(string url) => Assert.True(IsSame(Entry, Entry with { Url = url }));

    [Fact]
    public void Its_id_is_no_revision() => Assert.True(IsSame(Entry, Entry with { Id = "b" }));

    [Fact]
    public void What_it_says_is()
    {
        Assert.False(IsSame(Entry, Entry with { Url = "https://www.lab.example/a?id=2" }));
        Assert.False(IsSame(Entry, Entry with { Title = "Lab opens late" }));
        Assert.False(IsSame(Entry, Entry with { Author = "Ana Ruiz" }));
        Assert.False(IsSame(Entry, Entry with { Published = Entry.Published!.Value.AddMinutes(1) }));
        Assert.False(IsSame(Entry, Entry with { Updated = Entry.Published }));
        Assert.False(IsSame(Entry, Entry with { Summary = "<p>The lab opens in June.</p>" }));
        Assert.False(IsSame(Entry, Entry with { Content = Entry.Summary }));
    }

    [Theory]
    [InlineData("<p>Article URL: <a href=\"https://lab.example/a\">lab</a></p>\n<p>Points: 12</p>\n<p># Comments: 3</p>", "12", "140")]
    [InlineData("<p># Comments: 3</p>", "3", "21")]
    [InlineData("A lab opens.\n123 views", "123", "1,240")]
    [InlineData("A lab opens. 123 views", "123", "2.5k")]
    [InlineData("A lab opens | 12 points | 3 comments", "12", "13")]
    [InlineData("<div>Points: <b>12</b>, <a href=\"#c\">3 replies</a></div>", "12", "13")]
    [InlineData("实验室开放。评论(5)", "5", "16")]
    [InlineData("实验室开放。<br/>阅读 1.2万&nbsp;评论（5）", "1.2万", "1.3万")]
    [InlineData("实验室开放\n阅读数：99", "99", "1.2万")]
    [InlineData("<p>实验室开放</p><p>共 5 条评论</p>", "5", "6")]
    public void A_counter_that_ticks_is_no_revision(string summary, string count, string later)
    {
        Assert.Contains(count, summary, StringComparison.Ordinal);

        Assert.True(IsSame(Entry with { Summary = summary }, Entry with { Summary = summary.Replace(count, later, StringComparison.Ordinal) }));
        Assert.True(IsSame(Entry with { Content = summary }, Entry with { Content = summary.Replace(count, later, StringComparison.Ordinal) }));
    }

    [Theory]
    [InlineData("<p>The vote ended with 12 votes to 9.</p>", "12", "13")]
    [InlineData("The film drew 123 views in a week.", "123", "124")]
    [InlineData("<p>Prices rose by\n12 points\nthis week.</p>", "12", "13")]
    [InlineData("它得到 12 条评论和称赞。", "12", "13")]
    [InlineData("Points: 12 to the lab, who wins", "12", "13")]
    [InlineData("<p>Points: 12</p><p>Seats: 120</p>", "120", "121")]
    [InlineData("Version 2.1 has 3 likes and 4 bugs", "2.1", "2.2")]
    public void A_number_in_prose_is_a_revision(string summary, string number, string later)
    {
        Assert.Contains(number, summary, StringComparison.Ordinal);

        Assert.False(IsSame(Entry with { Summary = summary }, Entry with { Summary = summary.Replace(number, later, StringComparison.Ordinal) }));
    }

    private static bool IsSame(Entry one, Entry other) => EntryArticle.Fingerprint(one) == EntryArticle.Fingerprint(other);
}
