using Pipeline.Host.LanguageModel;
using Pipeline.Host.Reports;
using Pipeline.Model;

namespace Pipeline.Tests.Host.Reports;

public class RunTroublesTests
{
    [Fact]
    public void A_feed_that_failed_and_a_provider_that_another_took_over_from_both_count()
    {
        var (feed, provider) = (new Trouble("Northlight Lab", "fetching", "404"), new Trouble("large-1 at models.example", "asking the language model", "500"));
        var use = new ModelUse();
        use.TookOver([provider]);

        Assert.Equal([feed, provider], RunTroubles.Of(new CollectReport(1, [new SourceReport("Northlight Lab").With(feed)]), null, use));
        Assert.Equal([provider], RunTroubles.OfPublishing(null, use));
        Assert.Empty(RunTroubles.Of(null, null, null));
    }
}
