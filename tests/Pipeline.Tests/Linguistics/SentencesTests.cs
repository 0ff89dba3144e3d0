using CsCheck;
using Pipeline.Linguistics;

namespace Pipeline.Tests.Linguistics;

public class SentencesTests
{
    private static string[] Split(string text) => [.. Sentences.Split(text).Select(span => span.Of(text))];

    [Theory]
    [InlineData("The lab moved to the U.S. in May.|It hired Dr. Ada Quill, formerly of Brightloom Inc., as head.")]
    [InlineData("Sales rose 4.5 percent in the U.S.|The rest fell.")]
    [InlineData("Version 2.1.0 is out.|See https://northlight.example/a.b?c=d! for more.")]
    [InlineData("It ranks No. 3, e.g. in recall.|No.|We disagree.")]
    [InlineData("J. R. Vane wrote it.|Plan B.|It failed.")]
    [InlineData("Does it run?|Yes!|It does...|And then it waits... for hours.")]
    [InlineData("\"It works. It really does,\" she said.|\"Why?\" he asked.|\"Because.\"|They left.")]
    [InlineData("He said “we ship today. No delay.”|Then he left (see the note. It is short) for home.")]
    [InlineData("It ran on .NET and Node.js at 3 p.m. on Friday.|iPhone sales held.")]
    [InlineData("1. Install it first.|Then run it.")]
    [InlineData("(The firm declined to comment.)|Shares fell.")]
    public void English_sentences(string sentences) =>
        Assert.Equal(sentences.Split('|'), Split(sentences.Replace('|', ' ')));

    [Theory]
    [InlineData("北辰实验室发布了新模型。|它的价格下降了4.5%！|为什么？|没有人知道；|谜底仍在……|之后再说。")]
    [InlineData("他说：“今天发布。明天开放。”|随后他离开会场。")]
    [InlineData("“今天发布。”他说。|会议结束。")]
    [InlineData("该公司（成立于2020年。总部在上海）发布了3.2版。|用户欢迎「开放。免费。」的做法。")]
    [InlineData("北辰推出Quill 2.0。|它支持U.S.市场。")]
    [InlineData("真的吗？！|真的。|（完）")]
    public void Chinese_sentences(string sentences) =>
        Assert.Equal(sentences.Split('|'), Split(sentences.Replace("|", "", StringComparison.Ordinal)));

    [Fact]
    public void A_newline_ends_a_sentence_even_in_a_quotation() =>
        Assert.Equal(["A headline", "“One line", "and another.”", "结尾"], Split("A headline\r\n “One line \n and another.”\u2028结尾 "));

    [Fact]
    public void A_quotation_too_long_is_split_and_keeps_its_marks_at_the_ends()
    {
        var first = "“" + string.Concat(Enumerable.Repeat("word ", 40)) + "ends.";
        Assert.Equal([first, "The rest is short.”", "Then nothing."], Split($"{first} The rest is short.” Then nothing."));
    }

    [Fact]
    public void Spans_are_ordered_trimmed_and_cover_all_that_is_not_white() =>
        Gen.String[Gen.Char[".!?…。！？；“”「」（）()\"'’ \n\r\t\u3000aZ3中文,，:\ud83d\ude00"], 0, 60].Sample(AssertCovers, iter: 3000);

    [Fact]
    public void Any_text_whatever_is_covered() => Gen.String.Sample(AssertCovers, iter: 2000);

    /// <summary>A million characters each: whatever was more than linear would not come to an end.</summary>
    [Theory]
    [InlineData(".")]
    [InlineData(". ")]
    [InlineData("\"")]
    [InlineData("“")]
    [InlineData("“.")]
    [InlineData("(a.) ")]
    [InlineData("a.")]
    [InlineData("”。")]
    [InlineData(".\" ")]
    [InlineData("J. ")]
    [InlineData("「『（“")]
    [InlineData(" ")]
    public void A_million_hostile_characters_are_walked_once(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
        AssertCovers(text);
    }

    private static void AssertCovers(string text)
    {
        var end = 0;
        foreach (var span in Sentences.Split(text))
        {
            Assert.True(span.Start >= end && span.Length > 0 && span.End <= text.Length);
            Assert.True(text.AsSpan(end, span.Start - end).IsWhiteSpace());
            Assert.False(char.IsWhiteSpace(text[span.Start]) || char.IsWhiteSpace(text[span.End - 1]));
            end = span.End;
        }

        Assert.True(text.AsSpan(end).IsWhiteSpace());
    }
}
