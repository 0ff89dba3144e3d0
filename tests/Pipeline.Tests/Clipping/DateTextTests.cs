using System.Globalization;
using Pipeline.Clipping;

namespace Pipeline.Tests.Clipping;

public class DateTextTests
{
    [Theory]
    [InlineData("2026-02-03T10:20:30Z", "2026-02-03T10:20:30+00:00")]
    [InlineData("2026-02-03T10:20:30.123+08:00", "2026-02-03T10:20:30+08:00")]
    [InlineData("2026-02-03 10:20:00 -0530", "2026-02-03T10:20:00-05:30")]
    [InlineData("2026-02-03T10:20+08", "2026-02-03T10:20:00+08:00")]
    [InlineData("Tue, 3 Feb 2026 10:20:30 GMT", "2026-02-03T10:20:30+00:00")]
    [InlineData("2026年2月3日 10:20", "2026-02-03")]
    [InlineData("发布时间：2026-02-03 10:20 来源：晨港", "2026-02-03")]
    [InlineData("2026-02-03T10:20:30", "2026-02-03")]
    [InlineData("2026/2/3", "2026-02-03")]
    [InlineData("Published February 3rd, 2026 by Ada", "2026-02-03")]
    [InlineData("Sept. 3, 2026", "2026-09-03")]
    [InlineData("3 February 2026", "2026-02-03")]
    [InlineData("2026-02-30", null)]
    [InlineData("2026-13-01", null)]
    [InlineData("12345-02-03", null)]
    [InlineData("maybe 3 apples, 2026", null)]
    [InlineData("2026-02-03T25:00:00Z", "2026-02-03")]
    [InlineData("0001-01-01T00:00:00Z", null)]
    [InlineData("", null)]
    public void A_date_is_read_or_not_invented(string text, string? expected)
    {
        var date = DateText.Read(text);

        Assert.Equal(expected, date?.Instant.ToString(date.DayOnly ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
    }
}
