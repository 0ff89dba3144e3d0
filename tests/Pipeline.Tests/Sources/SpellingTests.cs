using Pipeline.Sources;

namespace Pipeline.Tests.Sources;

public class SpellingTests
{
    private static readonly string[] Keys = ["name", "url", "publisher", "language", "weight", "pages", "allow-private"];

    [Theory]
    [InlineData("nmae", "name")]
    [InlineData("Language", "language")]
    [InlineData("LANGUAGE", "language")]
    [InlineData("wieght", "weight")]
    [InlineData("page", "pages")]
    [InlineData("allowPrivate", "allow-private")]
    [InlineData("allow_private", "allow-private")]
    [InlineData("lang", "language")]
    [InlineData("adress", "url")]
    [InlineData("uri", "url")]
    public void What_was_meant_is_found(string word, string meant) => Assert.Equal(meant, Spelling.Suggest(word, Keys));

    [Theory]
    [InlineData("")]
    [InlineData("colour")]
    [InlineData("语言")]
    [InlineData("a word much longer than any key could ever be")]
    public void What_is_far_from_every_key_has_no_suggestion(string word) => Assert.Null(Spelling.Suggest(word, Keys));

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("url", "url", 0)]
    [InlineData("ulr", "url", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void A_distance_counts_edits(string left, string right, int distance)
    {
        Assert.Equal(distance, Spelling.Distance(left, right));
        Assert.Equal(distance, Spelling.Distance(right, left));
    }
}
