using Pipeline.Clipping;

namespace Pipeline.Tests.Clipping;

public sealed class CreditsTests
{
    [Theory]
    [InlineData("Published 2 February 2026, 20:00 UTC · by Isidora Quillfeather")]
    [InlineData("Published 31 January 2026, 15:10 UTC · Updated 4 February 2026, 18:45 UTC · by Jocasta Fenwright")]
    [InlineData("Auberon Tilling | 1 February 2026 | Privacy, Children")]
    [InlineData("Barnaby Oxenholm, 31 January 2026")]
    [InlineData("By Perpetua van der Wold and Cormac Illingsworth")]
    [InlineData("Feb 3, 2026 5:04 p.m. EST - 4 min read")]
    [InlineData("2026年2月1日 10:00 来源：潮信科技 作者：闻人望舒")]
    [InlineData("2026-02-01 10:00:07 砚汀快讯")]
    [InlineData("编辑：司徒砚")]
    [InlineData("发布时间：2026-02-01")]
    public void A_line_of_names_and_dates_is_a_credit(string line) => Assert.True(Credits.Is(line));

    [Theory]
    [InlineData("Lumevale raised its prices on 2 February 2026")]
    [InlineData("By 2027 the plant will run on wind alone.")]
    [InlineData("Lumevale Labs, Ostermoor Insurance and Reedmark")]
    [InlineData("砚汀智能 2026 年 2 月 1 日发布新模型，价格下调三成")]
    [InlineData("作者认为，这项规定会在 2026 年 3 月 15 日生效。")]
    [InlineData("2 February 2026: the day the meters stopped counting what nobody had used")]
    [InlineData("")]
    public void A_line_that_tells_something_is_none(string line) => Assert.False(Credits.Is(line));

    [Fact]
    public void Only_those_above_the_first_paragraph_go()
    {
        const string Text = "Reedmark's translator now works on a phone, without any connection to a server.";
        string[] lines = ["Barnaby Oxenholm, 31 January 2026", Text, "Barnaby Oxenholm, 31 January 2026"];

        var kept = Credits.LeftOut([.. lines.Select(line => new Line(line, 0, "p", line.Split(' ').Length, 0))]);

        Assert.Equal([Text, lines[2]], kept.Select(line => line.Text));
    }

    [Theory]
    [InlineData("R. Castellane", "p", true)]
    [InlineData("Halmere bureau", "div", true)]
    [InlineData("Halmere bureau", "h2", false)]
    [InlineData("What changes now", "p", false)]
    [InlineData("Halmere moved three of its bureaus", "p", false)]
    public void A_name_alone_is_one_unless_it_is_a_heading(string text, string tag, bool credit) =>
        Assert.Equal(credit, Credits.Is(new Line(text, 0, tag, text.Split(' ').Length, 0)));

    [Fact]
    public void A_page_of_nothing_else_keeps_them()
    {
        var line = new Line("Barnaby Oxenholm, 31 January 2026", 0, "p", 5, 0);

        Assert.Equal([line], Credits.LeftOut([line]));
    }
}
