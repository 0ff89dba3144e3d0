using Microsoft.Extensions.Time.Testing;
using Pipeline.Host.LanguageModel;
using Pipeline.Model;
using Pipeline.Sources;

namespace Pipeline.Tests.Host.LanguageModel;

public class BudgetTests
{
    [Fact]
    public void The_time_limit_runs_from_the_first_request_and_not_while_feeds_are_collected()
    {
        var clock = new FakeTimeProvider();
        var budget = new Budget(new ModelSettings([]) { TimeLimit = TimeSpan.FromMinutes(1) }, new ModelUse(), clock);

        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.FromMinutes(1), budget.Time.Left());
        clock.Advance(TimeSpan.FromSeconds(45));
        Assert.Equal(TimeSpan.FromSeconds(15), budget.Time.Left());
        clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(NoReply.Timeout, Assert.Throws<NoReplyException>(() => budget.Time.Left()).Failure);
    }
}
