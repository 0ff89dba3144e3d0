using System.Text;
using Pipeline.Model;
using Pipeline.Sources;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host.LanguageModel;

/// <summary>Whatever an endpoint does, there is a complete digest, nothing in it is unchecked, and the key is nowhere.</summary>
public sealed class BehavioursTests : IAsyncLifetime
{
    private FakeEndpoint? _endpoint;

    public static TheoryData<string> Names => [.. Behaviour.All.Select(behaviour => behaviour.Name)];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_endpoint is not null)
            await _endpoint.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_digest_is_complete_whatever_the_endpoint_does(string name)
    {
        var behaviour = Behaviour.All.Single(behaviour => behaviour.Name == name);
        _endpoint = await FakeEndpoint.StartAsync(behaviour.Answer);
        await using var rig = new ModelRig { KeyInEnvironment = behaviour.KeyInEnvironment };

        var digest = await rig.WriteAsync(behaviour.Settings(new ModelSettings([ModelRig.Provider(_endpoint.Url)])));

        Digested.AssertSound(digest);
        var parts = digest.Work!.StandIns.ToDictionary(part => part.Part, part => part.Why, StringComparer.Ordinal);
        Assert.Equal(behaviour.Why, parts.GetValueOrDefault("t1"));
        Assert.Equal(behaviour.Why is null, digest.Work.StandIns.Count == 0);
        Assert.InRange(rig.Use!.Requests, _endpoint.Requests.Count, behaviour.MostRequests);
        AssertKeyless(digest, rig);
    }

    [Fact]
    public async Task An_endpoint_that_is_not_there_costs_no_part()
    {
        await using (var gone = await FakeEndpoint.HonestAsync())
            _endpoint = gone;
        await using var rig = new ModelRig();

        var digest = await rig.WriteAsync(new ModelSettings([ModelRig.Provider(_endpoint.Url)]), language: "zh-CN");

        Digested.AssertSound(digest);
        Assert.All(digest.Work!.StandIns, part => Assert.Equal(NoReply.Unreachable, part.Why));
        Assert.Empty(digest.Work.Models);
        Assert.Contains("can't be reached", digest.Work.Troubles[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_provider_takes_over_and_the_first_is_told_of()
    {
        _endpoint = await FakeEndpoint.StartAsync((context, _, conversation) =>
            context.Request.Headers.Authorization == $"Bearer {ModelRig.Key}" ? FakeEndpoint.SayAsync(context, "{}", status: 500) : FakeEndpoint.AnswerAsync(context, FakeModel.Honest(conversation)));
        await using var rig = new ModelRig();

        var digest = await rig.WriteAsync(new ModelSettings([ModelRig.Provider(_endpoint.Url), new ModelProvider(_endpoint.Url, "small-1")]));

        Digested.AssertSound(digest);
        Assert.Empty(digest.Work!.StandIns);
        Assert.Equal(["small-1"], digest.Work.Models);
        Assert.Equal(2, rig.Use!.Takeovers.Count);
        Assert.Equal($"large-1 at {_endpoint.Url.Host}", rig.Use.Takeovers[0].Where);
        // Twice for each of two parts, then it is left alone; the second provider wants no key, and is shown none.
        Assert.Equal(4, _endpoint.Requests.Count(seen => seen.Headers.Authorization == $"Bearer {ModelRig.Key}"));
        Assert.Equal(4, _endpoint.Requests.Count(seen => seen.Headers.Authorization.Count == 0));
        Assert.Equal(8, _endpoint.Requests.Count);
    }

    /// <summary>After the first theme: 1,100 tokens are used by its reply.</summary>
    [Fact]
    public async Task A_budget_that_ends_on_the_way_leaves_the_rest_to_the_extractive_analyst()
    {
        _endpoint = await FakeEndpoint.StartAsync((context, _, conversation) => FakeEndpoint.AnswerAsync(context, FakeModel.Honest(conversation), usage: new { prompt_tokens = 90_000, completion_tokens = 100, total_tokens = 90_100 }));
        await using var rig = new ModelRig();

        var digest = await rig.WriteAsync(new ModelSettings([ModelRig.Provider(_endpoint.Url)]) { Tokens = 91_000 });

        Digested.AssertSound(digest);
        Assert.Equal(["t2", "t3", "headline", "introduction", "advice", "outlook", "closing"], digest.Work!.StandIns.Select(part => part.Part));
        Assert.All(digest.Work.StandIns, part => Assert.Equal(NoReply.Budget, part.Why));
        Assert.Single(_endpoint.Requests);
        Assert.Equal((90_000, 100), (rig.Use!.InputTokens, rig.Use.OutputTokens));
    }

    [Fact]
    public async Task Money_is_counted_at_the_providers_prices()
    {
        _endpoint = await FakeEndpoint.HonestAsync();
        await using var rig = new ModelRig();

        await rig.WriteAsync(new ModelSettings([ModelRig.Provider(_endpoint.Url) with { InputPrice = 2, OutputPrice = 10 }]) { Money = 1 });

        Assert.Equal(4, rig.Use!.Requests);
        Assert.Equal(4 * ((1000 * 2) + (100 * 10)) / 1_000_000m, rig.Use.Money);
    }

    private static void AssertKeyless(Digest digest, ModelRig rig)
    {
        var said = digest.Work!.Troubles.Concat(rig.Use!.Takeovers).Select(trouble => trouble.ToString()).Concat(digest.Refused.SelectMany(claim => claim.Verdict.Reasons.Append(claim.Text)));
        Assert.All(said, text => Assert.DoesNotContain(ModelRig.Key, text, StringComparison.Ordinal));
        Assert.All(Digested.Files(digest), file => Assert.DoesNotContain(ModelRig.Key, Encoding.UTF8.GetString(file.Content), StringComparison.Ordinal));
    }
}
