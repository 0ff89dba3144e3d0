using Pipeline.Fetching;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Fetching;

public sealed class FreshnessTests
{
    [Theory]
    [InlineData("Cache-Control: max-age=600", 600d)]
    [InlineData("Cache-Control: public, MAX-AGE=\"600\", must-revalidate", 600d)]
    [InlineData("Cache-Control: max-age=600|Age: 100", 500d)]
    [InlineData("Cache-Control: max-age=600|Age: 700", null)]
    [InlineData("Cache-Control: max-age=600, no-cache", null)]
    [InlineData("Cache-Control: no-store", null)]
    [InlineData("Cache-Control: s-maxage=600", null)]
    [InlineData("Cache-Control: max-age=-1", null)]
    [InlineData("Cache-Control: max-age=99999999999999999999", 3_153_600_000d)]
    [InlineData("Cache-Control: max-age=60|Expires: Fri, 06 Feb 2026 12:00:00 GMT|Date: Fri, 06 Feb 2026 10:00:00 GMT", 60d)]
    [InlineData("Expires: Fri, 06 Feb 2026 12:00:00 GMT|Date: Fri, 06 Feb 2026 10:00:00 GMT", 7200d)]
    [InlineData("Expires: 0", null)]
    [InlineData("Expires: Fri, 06 Feb 1970 12:00:00 GMT", null)]
    [InlineData("ETag: x", null)]
    public void An_answer_says_how_long_it_stays_fresh(string headers, double? seconds)
    {
        var values = headers.Split('|').Select(header => header.Split(": ")).ToDictionary(header => header[0], header => header[1]);

        var fresh = Freshness.Of(name => values.GetValueOrDefault(name), Some.Instant);

        Assert.Equal(seconds, fresh?.TotalSeconds);
    }
}
