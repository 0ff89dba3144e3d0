using CsCheck;
using Pipeline.Digests;
using Pipeline.Model;
using Pipeline.Tests.Support;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace Pipeline.Tests.Digests;

public class YamlScalarTests
{
    [Theory]
    [InlineData("本周 AI 周报（2026‑W06）：北光发布新模型", "本周 AI 周报（2026‑W06）：北光发布新模型")]
    [InlineData("A rocket 🚀 for all", "A rocket 🚀 for all")]
    [InlineData("It's fine", "It's fine")]
    [InlineData("7 days later", "7 days later")]
    [InlineData("layouts/post.njk", "layouts/post.njk")]
    [InlineData("Week: a review", "\"Week: a review\"")]
    [InlineData("[Update] more", "\"[Update] more\"")]
    [InlineData("Number #1 and #2", "\"Number #1 and #2\"")]
    [InlineData("ends with:", "\"ends with:\"")]
    [InlineData("\"Quoted\" and \\ back", "\"\\\"Quoted\\\" and \\\\ back\"")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("Null", "\"Null\"")]
    [InlineData("2026", "\"2026\"")]
    [InlineData("2026-02-06", "\"2026-02-06\"")]
    [InlineData("12:30", "\"12:30\"")]
    [InlineData("0o17", "\"0o17\"")]
    [InlineData("1e3", "\"1e3\"")]
    [InlineData(".5", "\".5\"")]
    [InlineData("@name", "\"@name\"")]
    [InlineData("{{ x }}", "\"{{ x }}\"")]
    [InlineData("---", "\"---\"")]
    [InlineData("", "\"\"")]
    [InlineData("two\nlines", "two lines")]
    public void A_text_is_plain_where_it_can_be_and_quoted_where_it_must(string text, string scalar) => Assert.Equal(scalar, YamlScalar.Write(text));

    [Fact]
    public void Whatever_it_is_it_is_read_back_as_that_text() => Gen.OneOf(
        Gen.String,
        Words.AnyOf(":", ": ", "#", " #", "'", "\"", "\\", "-", "- ", "?", "!", "&", "*", "[", "]", "{", "}", ",", "|", ">", "%", "@", "`", "~", "=", "<<", "null", "no", "0", "1.", "\t", "\n", "中文", "：", "😀", "\u2028", "\ufeff", "\ud83d")
            .Array[0, 6].Select(string.Concat)).Sample(text =>
    {
        var stream = new YamlStream();
        stream.Load(new StringReader($"title: {YamlScalar.Write(text)}\nnext: x\n"));
        var mapping = (YamlMappingNode)stream.Documents[0].RootNode;
        Assert.Equal(PlainText.Fold(text), ((YamlScalarNode)mapping["title"]).Value);
        Assert.Equal(2, mapping.Children.Count);
    }, iter: 5000);

    [Fact]
    public void Whatever_it_is_it_stays_a_text()
    {
        var reader = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build();
        foreach (var text in new[] { "1", "-1", "+1", "1.5", "1e5", "0x1F", "1_000", "true", "No", "off", "null", "~", "2026-02-06", "1:30", "٣" })
            Assert.IsType<string>(reader.Deserialize<Dictionary<string, object>>($"title: {YamlScalar.Write(text)}")["title"]);
    }

    [Fact]
    public void Angle_brackets_in_front_matter_become_full_width() =>
        Assert.Equal("---\ntitle: ＜b＞ tags\n---\n", new FrontMatter(new Site()).Text("title", "<b> tags").ToString());
}
