using Pipeline.Host.Commands;
using Pipeline.Host.Web;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host.Web;

public class AccessTokenTests
{
    private const string Secret = "0123456789abcdef-quay";

    [Theory]
    [InlineData("http://127.0.0.1:8765")]
    [InlineData("http://localhost:8765")]
    [InlineData("http://[::1]:8765")]
    [InlineData("http://127.0.0.1:1;http://127.9.9.9:2")]
    [InlineData("http://unix:/run/pipeline.sock")]
    public void On_this_machine_none_is_needed(string url) => Assert.Null(AccessToken.For(url, null, _ => null));

    [Theory]
    [InlineData("http://0.0.0.0:8765")]
    [InlineData("http://*:8765")]
    [InlineData("http://+:8765")]
    [InlineData("http://[::]:8765")]
    [InlineData("http://digest.example:8765")]
    [InlineData("http://127.0.0.1:1;http://192.0.2.1:2")]
    public void For_other_machines_one_is_needed(string url)
    {
        Assert.Contains(AccessToken.Variable, Assert.Throws<UsageException>(() => AccessToken.For(url, null, _ => " ")).Message, StringComparison.Ordinal);
        Assert.NotNull(AccessToken.For(url, null, _ => Secret));
    }

    [Theory]
    [InlineData($"Bearer {Secret}", true)]
    [InlineData($"bearer {Secret}", true)]
    [InlineData($"Bearer {Secret}x", false)]
    [InlineData("Bearer 0123456789abcdef", false)]
    [InlineData($"Basic {Secret}", false)]
    [InlineData(Secret, false)]
    [InlineData("Bearer ", false)]
    [InlineData(null, false)]
    public void It_is_accepted_whole_or_not_at_all(string? header, bool accepted) =>
        Assert.Equal(accepted, AccessToken.For("http://0.0.0.0:1", null, _ => Secret)!.Accepts(header));

    [Fact]
    public void It_is_read_from_a_file_without_the_line_end()
    {
        using var folder = new TemporaryFolder();

        var token = AccessToken.For("http://127.0.0.1:1", folder.Write("token", Secret + "\n"), _ => null);

        Assert.True(token!.Accepts("Bearer " + Secret));
    }

    [Theory]
    [InlineData("quay")]
    [InlineData("fifteen-letters")]
    public void A_short_one_is_refused_and_not_shown(string token) =>
        Assert.DoesNotContain(token, Assert.Throws<UsageException>(() => AccessToken.For("http://127.0.0.1:1", null, _ => token)).Message, StringComparison.Ordinal);
}
