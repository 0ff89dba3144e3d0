using System.Globalization;
using System.Text;
using Pipeline.Feeds;
using Pipeline.Model;

namespace Pipeline.Tests.Feeds;

public class FeedScheduleTests
{
    private const string Syndication = "http://purl.org/rss/1.0/modules/syndication/";

    private static FeedRhythm Rhythm(string channel) =>
        FeedParser.Parse(Encoding.UTF8.GetBytes($"<rss version='2.0' xmlns:sy='{Syndication}'><channel><title>T</title>{channel}</channel></rss>")).Rhythm;

    [Theory]
    [InlineData("<ttl>60</ttl>", "01:00:00")]
    [InlineData("<ttl> 15\n</ttl>", "00:15:00")]
    [InlineData("<sy:updatePeriod>hourly</sy:updatePeriod>", "01:00:00")]
    [InlineData("<sy:updatePeriod> Hourly </sy:updatePeriod><sy:updateFrequency> 4 </sy:updateFrequency>", "00:15:00")]
    [InlineData("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", "12:00:00")]
    [InlineData("<sy:updatePeriod>weekly</sy:updatePeriod>", "7.00:00:00")]
    [InlineData("<sy:updatePeriod>monthly</sy:updatePeriod>", "30.00:00:00")]
    [InlineData("<sy:updatePeriod>yearly</sy:updatePeriod>", "365.00:00:00")]
    [InlineData("<sy:updateFrequency>24</sy:updateFrequency>", "01:00:00")]
    [InlineData("<ttl>30</ttl><sy:updatePeriod>daily</sy:updatePeriod>", "00:30:00")]
    [InlineData("<ttl>soon</ttl><sy:updatePeriod>daily</sy:updatePeriod>", "1.00:00:00")]
    public void How_long_a_feed_may_be_kept(string channel, string interval) =>
        Assert.Equal(TimeSpan.Parse(interval, CultureInfo.InvariantCulture), Rhythm(channel).Interval);

    [Theory]
    [InlineData("")]
    [InlineData("<ttl/>")]
    [InlineData("<ttl>0</ttl>")]
    [InlineData("<ttl>-60</ttl>")]
    [InlineData("<ttl>1.5</ttl>")]
    [InlineData("<ttl>99999999999999999999</ttl>")]
    [InlineData("<ttl>2147483647</ttl>")]
    [InlineData("<ttl>an hour</ttl>")]
    [InlineData("<sy:updatePeriod>often</sy:updatePeriod>")]
    [InlineData("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>")]
    [InlineData("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>-2</sy:updateFrequency>")]
    [InlineData("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>9000</sy:updateFrequency>")]
    [InlineData("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>x</sy:updateFrequency>")]
    public void Nonsense_is_unsaid(string channel) => Assert.Null(Rhythm(channel).Interval);

    [Fact]
    public void Hours_to_skip_are_0_to_23_and_a_24_is_midnight() =>
        Assert.Equal([0, 3, 23], Rhythm("<skipHours><hour>23</hour><hour> 3 </hour><hour>24</hour><hour>3</hour><hour>25</hour><hour>-1</hour><hour>x</hour></skipHours>").SkipHours);

    [Fact]
    public void Days_to_skip_are_English_names() =>
        Assert.Equal([DayOfWeek.Sunday, DayOfWeek.Saturday], Rhythm("<skipDays><day>saturday</day><day> Sunday </day><day>Sunday</day><day>Caturday</day><day>3</day></skipDays>").SkipDays);

    [Fact]
    public void RDF_and_Atom_say_it_with_the_syndication_module()
    {
        const string Said = "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>";
        string[] feeds =
        [
            $"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:sy='{Syndication}'><channel><title>T</title>{Said}</channel></rdf:RDF>",
            $"<feed xmlns='http://www.w3.org/2005/Atom' xmlns:sy='{Syndication}'><title>T</title>{Said}</feed>",
        ];
        Assert.All(feeds, feed => Assert.Equal(TimeSpan.FromHours(6), FeedParser.Parse(Encoding.UTF8.GetBytes(feed)).Rhythm.Interval));
    }

    [Fact]
    public void A_JSON_feed_says_nothing() =>
        Assert.Null(FeedParser.Parse("{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"T\", \"items\": []}"u8.ToArray()).Rhythm.Interval);
}
