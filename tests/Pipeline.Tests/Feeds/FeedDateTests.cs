using CsCheck;
using Pipeline.Feeds;

namespace Pipeline.Tests.Feeds;

public class FeedDateTests
{
    [Theory]
    [InlineData("Fri, 06 Feb 2026 10:00:00 GMT", "2026-02-06T10:00:00Z")]
    [InlineData("Fri, 6 Feb 26 10:00 +0800", "2026-02-06T02:00:00Z")]
    [InlineData("06 Feb 2026 10:00:00", "2026-02-06T10:00:00Z")]
    [InlineData("Fri, 06 Feb 2026 10:00:00 -0800 (PST)", "2026-02-06T18:00:00Z")]
    [InlineData("Fri, 06 Feb 2026 10:00:00 EST", "2026-02-06T15:00:00Z")]
    [InlineData("Fri, 06 Feb 2026 10:00:00 GMT+8", "2026-02-06T02:00:00Z")]
    [InlineData("Fri, 06 Feb 2026 10:00:00 Nowhere", "2026-02-06T10:00:00Z")]
    [InlineData("Friday, 06-Feb-26 10:00:00 GMT", "2026-02-06T10:00:00Z")]
    [InlineData("Fri Feb  6 10:00:00 2026", "2026-02-06T10:00:00Z")]
    [InlineData("Fri Feb 06 10:00:00 PST 2026", "2026-02-06T18:00:00Z")]
    [InlineData("6 Sept 2025 10:00:00 UT", "2025-09-06T10:00:00Z")]
    [InlineData("February 6, 2026 10:05 PM", "2026-02-06T22:05:00Z")]
    [InlineData("Feb 6, 2026 12:05 am EST", "2026-02-06T05:05:00Z")]
    [InlineData("2026-02-06T10:00:00Z", "2026-02-06T10:00:00Z")]
    [InlineData("2026-02-06T10:00:00.123456789+08:00", "2026-02-06T02:00:00Z")]
    [InlineData("2026-02-06T10:00-0330", "2026-02-06T13:30:00Z")]
    [InlineData("2026-02-06 10:00:00 +0800", "2026-02-06T02:00:00Z")]
    [InlineData("2026-02-06", "2026-02-06T00:00:00Z")]
    [InlineData("2026-02", "2026-02-01T00:00:00Z")]
    [InlineData("20260206T100000Z", "2026-02-06T10:00:00Z")]
    [InlineData("2026/2/6 9:05", "2026-02-06T09:05:00Z")]
    [InlineData("2026年2月6日 10:00", "2026-02-06T10:00:00Z")]
    [InlineData("2026年2月6日", "2026-02-06T00:00:00Z")]
    [InlineData("2026-02-06T24:00:00Z", "2026-02-07T00:00:00Z")]
    [InlineData("Sat, 31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:59Z")]
    [InlineData("1770372000", "2026-02-06T10:00:00Z")]
    [InlineData("1770372000000", "2026-02-06T10:00:00Z")]
    [InlineData("06 Feb 99 10:00:00 GMT", "1999-02-06T10:00:00Z")]
    [InlineData("\n  Fri,\n 06 Feb 2026 10:00:00 GMT ", "2026-02-06T10:00:00Z")]
    public void A_date_is_an_instant(string text, string instant) => Assert.Equal(DateTimeOffset.Parse(instant, null), FeedDate.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("02/06/2026 10:00")]
    [InlineData("31 Feb 2026 10:00:00 GMT")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-06T25:00:00Z")]
    [InlineData("2026-02-06T24:01:00Z")]
    [InlineData("2026-02-06T10:00:00+99:00")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59-08:00")]
    [InlineData("Fri, 06 Xyz 2026 10:00:00 GMT")]
    [InlineData("２０２６-02-06")]
    public void What_says_no_instant_is_null(string? text) => Assert.Null(FeedDate.Parse(text));

    [Fact]
    public void Every_instant_survives_RFC_822_and_ISO_8601() =>
        Gen.DateTime[new DateTime(1971, 1, 1), new DateTime(2048, 12, 31)].Sample(moment =>
        {
            var instant = new DateTimeOffset(moment.Year, moment.Month, moment.Day, moment.Hour, moment.Minute, moment.Second, TimeSpan.Zero);
            return FeedDate.Parse(instant.ToString("r", null)) == instant && FeedDate.Parse(instant.ToString("o", null)) == instant;
        });

    [Fact]
    public void No_text_throws() => Gen.String[Gen.Char["0123456789 :-+/.,TZGMFebPpm年月日"], 0, 40].Sample(text => _ = FeedDate.Parse(text), iter: 20_000);
}
