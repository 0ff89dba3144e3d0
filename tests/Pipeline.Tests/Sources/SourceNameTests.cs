using Pipeline.Sources;

namespace Pipeline.Tests.Sources;

public class SourceNameTests
{
    [Theory]
    [InlineData("  Northlight \n\t Lab ", "Northlight Lab")]
    [InlineData("雷峰网\u3000早报", "雷峰网 早报")]
    [InlineData("a\u0000b\u202Ec\uFEFFd\uE000", "abcd")]
    [InlineData("a\uD83D", "a")]
    [InlineData("😀", "😀")]
    [InlineData(" \u200B ", null)]
    [InlineData(null, null)]
    public void A_name_is_one_line_of_what_can_be_seen(string? given, string? name) => Assert.Equal(name, SourceName.Of(given));

    [Fact]
    public void A_long_name_is_cut_where_no_character_is_split()
    {
        Assert.Equal(199, SourceName.Of(new string('a', 199) + "😀")!.Length);
        Assert.Equal(200, SourceName.Of(new string('中', 300))!.Length);
    }

    [Fact]
    public void A_taken_name_gets_the_first_free_number()
    {
        Assert.Equal("Lab", SourceName.Unique("Lab", new HashSet<string>()));
        Assert.Equal("Lab 4", SourceName.Unique("Lab", new HashSet<string> { "lab", "lab 2", "lab 3" }));
        Assert.InRange(SourceName.Unique(new string('a', 200), new HashSet<string> { new('a', 200) }).Length, 100, 200);
    }
}
