using Pipeline.Linguistics;

namespace Pipeline.Tests.Linguistics;

public class WordsTests
{
    private static string[] Terms(string text) => [.. new Words().In(text).Select(word => word.Term)];

    [Theory]
    [InlineData("$1.2 billion", "#1200000000")]
    [InlineData("12 亿美元", "#1200000000")]
    [InlineData("融资12亿", "#1200000000")]
    [InlineData("1,200,000,000", "#1200000000")]
    [InlineData("1.2bn", "#1200000000")]
    [InlineData("40m", "#40000000")]
    [InlineData("3500 万元", "#35000000")]
    [InlineData("30 percent", "#30%")]
    [InlineData("30%", "#30%")]
    [InlineData("３０％", "#30%")]
    public void An_amount_is_one_term_in_every_spelling(string text, string term) => Assert.Contains(term, Terms(text));

    [Theory]
    [InlineData("GPT-4.5")]
    [InlineData("GPT 4.5")]
    [InlineData("GPT4.5")]
    [InlineData("新模型 GPT-4.5发布")]
    public void A_version_is_one_term_however_it_is_joined(string text) => Assert.Contains("gpt-4.5", Terms(text));

    [Fact]
    public void A_version_is_no_amount() => Assert.DoesNotContain("#4.5", Terms("GPT-4.5 is out"));

    [Theory]
    [InlineData("March 24")]
    [InlineData("Acme raises 40 million")]
    [InlineData("Acme 40%")]
    public void A_date_or_an_amount_is_no_version(string text) =>
        Assert.DoesNotContain(new Words().In(text), word => word.Kind == WordKind.Version);

    [Theory]
    [InlineData("European Union", "欧盟")]
    [InlineData("in the US", "美国")]
    [InlineData("Mr. Zuckerberg", "扎克伯格")]
    public void Aliases_join_the_languages(string english, string chinese) =>
        Assert.Contains(Terms(english).Intersect(Terms(chinese)), term => term[0] == '@');

    [Fact]
    public void Us_is_not_the_US() => Assert.DoesNotContain("@us", Terms("tell us more"));

    [Fact]
    public void Traditional_and_Simplified_are_one() => Assert.Equal(Terms("芯片企業發佈機器人"), Terms("芯片企业发布机器人"));

    [Fact]
    public void Full_width_letters_are_letters() => Assert.Equal(Terms("Northlight"), Terms("Ｎｏｒｔｈｌｉｇｈｔ"));

    [Fact]
    public void Forms_of_a_word_are_one() => Assert.Equal(Terms("launches"), Terms("launched"));

    [Fact]
    public void Function_words_are_left_out() => Assert.Empty(Terms("and what of the"));

    [Fact]
    public void Two_texts_that_point_at_a_page_share_its_address()
    {
        const string address = "url:lab.example/papers/41";
        Assert.Contains(address, Terms("see https://www.lab.example/papers/41?utm_source=x."));
        Assert.Contains(address, Terms("论文见（https://lab.example/papers/41）。"));
        Assert.DoesNotContain(Terms("at https://lab.example/ now"), term => term.StartsWith("url:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0")]
    [InlineData("!!! … —— 。。。")]
    [InlineData("\uD800 \uDFFF \uD83D")]
    [InlineData("0 00 000,000,000,000,000,000 9999999999999999999999 1.1.1.1.1")]
    [InlineData("''' --- ... 's ’s")]
    [InlineData("ﷺ ﷺ ﷺ")]
    public void Odd_text_has_words_or_none_but_no_error(string text) => Assert.All(Terms(text), term => Assert.NotEmpty(term));

    [Fact]
    public void A_huge_text_is_read_up_to_its_limit()
    {
        foreach (var piece in new[] { "a", "9", "大", "-", "a.", "https://a", "1,1", "A1 " })
            Assert.True(Terms(string.Concat(Enumerable.Repeat(piece, 2_000_000))).Length < 20_000);
    }
}
