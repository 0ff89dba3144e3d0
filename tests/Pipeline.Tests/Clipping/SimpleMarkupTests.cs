using CsCheck;
using Pipeline.Clipping;

namespace Pipeline.Tests.Clipping;

public class SimpleMarkupTests
{
    [Theory]
    [InlineData("<p>One <b>two</b>&nbsp;three.</p>\n<p>Four &amp; <a href=\"https://a.example/?b=1&amp;c\">five</a></p>", "One two three.\nFour & five")]
    [InlineData("<div><ul><li>One<li></ul>", null)]
    [InlineData("<ul>\n<li>One</li>\n<li><p>Two</p></li></ul>三<br/>四", "One\nTwo\n三\n四")]
    [InlineData("<table><tr><td>One</td></tr></table>", null)]
    [InlineData("One<script>two</script>", null)]
    [InlineData("<a title=\"a>b\">One</a>", null)]
    [InlineData("One &copy; two", null)]
    [InlineData("a < b", null)]
    [InlineData("<p>", "")]
    public void Simple_markup_is_read_and_other_is_left_to_the_parser(string fragment, string? text) => Assert.Equal(text, SimpleMarkup.Read(fragment));

    [Theory]
    [InlineData("<p>|</p>|<P class='a'>|<br>|<br/>|</br>|<div>|</div>|<ul>|</ul>|<ol>|</ol>|<li>|</li>|<h2>|</h2>|<h3>|</h3>|<blockquote>|</blockquote>|one|<a href=x>|</a>|<b>|</b>", 24)]
    [InlineData("<ul>|</ul>|<li>|</li>|one|two", 12)]
    [InlineData("<h2>|</h2>|<h3>|</h3>|<div>|</div>|one|two", 12)]
    [InlineData("<p>|</p>|<b>|</b>|<a href=x>|</a>|<div>|</div>|one|two", 12)]
    [InlineData("<img src='a.png' alt=\"b\">|<section>|</section>|<figure>|</figure>|<code>|</code>|<span a='>'>|<i a=\"|\"|'|=|/|>|<|&amp;|&nbsp;|&#39;|&|;| |\n|one|两|\u00AD|\u200B|<!-- a -->|<pre>|<td>", 10)]
    public void It_reads_what_the_parser_reads(string pieces, int most)
    {
        var simple = 0;
        Gen.OneOf([.. pieces.Split('|').Select(Gen.Const)]).Array[1, most].Sample(parts =>
        {
            var fragment = "<p>one" + string.Concat(parts);
            if (SimpleMarkup.Read(fragment) is not { } text)
                return true;
            Interlocked.Increment(ref simple);
            var document = PageParser.Parse(fragment);
            return text == string.Join('\n', OutlineBuilder.Build(document.Body!).Lines.Select(line => line.Text));
        }, iter: 20_000);
        Assert.True(simple > 1000);
    }
}
