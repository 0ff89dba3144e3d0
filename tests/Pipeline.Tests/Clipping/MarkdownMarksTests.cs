using Pipeline.Clipping;

namespace Pipeline.Tests.Clipping;

public class MarkdownMarksTests
{
    [Theory]
    [InlineData("启隆公司发布 **Atlas 3**，价格为 `Atlas 2` 的一半。", "启隆公司发布 Atlas 3，价格为 Atlas 2 的一半。")]
    [InlineData("Halden opens **`Tarn 2`** today.", "Halden opens Tarn 2 today.")]
    [InlineData("## Prices\nHalden [cut](https://halden.example/cut) prices.", "Prices\nHalden cut prices.")]
    public void Marks_go_and_words_stay(string text, string plain) => Assert.Equal(plain, MarkdownMarks.Without(text));

    [Theory]
    [InlineData("2 ** 3 ** 4 is computed from the right.")]
    [InlineData("A note* and another** end the page.")]
    [InlineData("**Halden opens\nTarn 2** today.")]
    [InlineData("The char ` stands alone, as [1] does.")]
    [InlineData("#3 of the list, C# and ``` too")]
    public void What_is_no_mark_stays(string text) => Assert.Equal(text, MarkdownMarks.Without(text));
}
