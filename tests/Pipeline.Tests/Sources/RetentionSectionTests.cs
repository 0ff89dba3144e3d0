using Pipeline.Sources;

namespace Pipeline.Tests.Sources;

public sealed class RetentionSectionTests
{
    [Fact]
    public void It_says_how_old_and_how_much()
    {
        Assert.Null(Parse("").Retention);
        Assert.Equal(new RetentionRule(TimeSpan.FromDays(400), 2_000_000_000), Parse("retention: { age: 400d, size: 2GB }").Retention);
        Assert.Equal(new RetentionRule(null, 250_000_000), Parse("retention: { size: 250MB }").Retention);
        Assert.Equal(new RetentionRule(TimeSpan.FromDays(91), null), Parse("retention: { age: 91d }").Retention);
    }

    [Theory]
    [InlineData("retention: { age: 90d }", "'age' is '90d'")]
    [InlineData("retention: { age: 9000h }", "'age' is '9000h'")]
    [InlineData("retention: { size: 2 GB }", "'size' is '2 GB'")]
    [InlineData("retention: { size: 0MB }", "'size' is '0MB'")]
    [InlineData("retention: { weeks: 50 }", "unknown key")]
    public void What_is_wrong_is_told(string yaml, string told) =>
        Assert.Contains(told, Assert.Throws<SettingsException>(() => Parse(yaml)).Message, StringComparison.Ordinal);

    private static Settings Parse(string yaml) => SettingsFile.Parse($"{yaml}\nsources: [{{ name: any, url: 'https://any.example/' }}]\n", "sources.yaml");
}
