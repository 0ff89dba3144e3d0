using Pipeline.Sources;

namespace Pipeline.Tests.Sources;

public class AlertsSectionTests
{
    private const string Rest = "sources: [{ name: any, url: 'https://any.example/' }]\n";

    [Fact]
    public void It_names_the_variable_and_when_a_week_is_late()
    {
        Assert.Equal(new Alerts("QUAY_HOOK", TimeSpan.FromHours(6)), Parse("alerts: { webhook: \"${QUAY_HOOK}\" }").Alerts);
        Assert.Equal(TimeSpan.FromDays(2), Parse("alerts: { webhook: \"${QUAY_HOOK}\", late: 2d }").Alerts!.Late);
        Assert.Null(Parse("").Alerts);
    }

    [Theory]
    [InlineData("alerts: { webhook: 'https://hooks.example/geheim' }", "must name a variable")]
    [InlineData("alerts: { webhook: '${A}geheim' }", "must name a variable")]
    [InlineData("alerts: { late: 6h }", "has no 'webhook'")]
    [InlineData("alerts: { webhook: '${A}', late: 1m }", "'late' is")]
    [InlineData("alerts: { webhook: '${A}', mail: geheim }", "unknown key")]
    public void What_is_wrong_is_told_without_the_address(string yaml, string told)
    {
        var message = Assert.Throws<SettingsException>(() => Parse(yaml)).Message;

        Assert.Contains(told, message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", message, StringComparison.Ordinal);
    }

    private static Settings Parse(string yaml) => SettingsFile.Parse($"{yaml}\n{Rest}", "sources.yaml");
}
