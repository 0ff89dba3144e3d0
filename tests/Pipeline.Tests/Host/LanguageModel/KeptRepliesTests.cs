using Pipeline.Host.LanguageModel;
using Pipeline.Model;
using Pipeline.Sources;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host.LanguageModel;

public sealed class KeptRepliesTests : IAsyncLifetime
{
    private readonly ModelRig _rig = new();
    private FakeEndpoint _endpoint = null!;
    private Func<IReadOnlyList<string>, string> _reply = FakeModel.Honest;
    private int _status = 200;

    private ModelSettings Settings => new([ModelRig.Provider(_endpoint.Url)]);

    public async Task InitializeAsync() => _endpoint = await FakeEndpoint.StartAsync((context, _, conversation) =>
        _status == 200 ? FakeEndpoint.AnswerAsync(context, _reply(conversation)) : FakeEndpoint.SayAsync(context, "{}", status: _status));

    public async Task DisposeAsync()
    {
        await _endpoint.DisposeAsync();
        await _rig.DisposeAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task A_rebuild_asks_nothing_and_writes_the_same_bytes(string language)
    {
        var first = await _rig.WriteAsync(Settings, language: language);
        var asked = _endpoint.Requests.Count;
        await _endpoint.DisposeAsync();

        var again = await _rig.WriteAsync(Settings, Asking.Nothing, language);

        AssertSame(first, again);
        Assert.Equal((0, 4), (_rig.Use!.Requests, _rig.Use.Kept));
        Assert.Equal(asked, _endpoint.Requests.Count);
    }

    [Fact]
    public async Task Failures_and_repairs_come_back_the_same_too()
    {
        _reply = conversation => conversation[1].Contains("Quillon", StringComparison.Ordinal) && !FakeModel.IsWeek(conversation) ? "no JSON" : conversation.Count == 2 ? "{\"claims\": [" : FakeModel.Honest(conversation);
        var first = await _rig.WriteAsync(Settings);
        _reply = FakeModel.Honest;

        var again = await _rig.WriteAsync(Settings, Asking.Nothing);

        Assert.Contains(first.Work!.StandIns, part => part is { Part: "t1", Why: NoReply.Unreadable });
        AssertSame(first, again);
    }

    [Fact]
    public async Task An_endpoint_that_failed_then_is_not_asked_by_a_rebuild_now_that_it_works()
    {
        _status = 500;
        var first = await _rig.WriteAsync(Settings);
        _status = 200;
        var asked = _endpoint.Requests.Count;

        AssertSame(first, await _rig.WriteAsync(Settings, Asking.Nothing));
        Assert.Equal(asked, _endpoint.Requests.Count);
        Assert.Empty((await _rig.WriteAsync(Settings, Asking.Missing)).Work!.StandIns);
    }

    [Fact]
    public async Task A_run_that_was_interrupted_pays_for_nothing_twice()
    {
        await _rig.WriteAsync(Settings);

        await _rig.WriteAsync(Settings);

        Assert.Equal(4, _endpoint.Requests.Count);
    }

    [Fact]
    public async Task Fresh_asks_again_and_the_new_reply_is_the_one_that_is_kept()
    {
        var first = await _rig.WriteAsync(Settings);
        _reply = conversation => FakeModel.IsWeek(conversation) ? "{}" : FakeModel.Honest(conversation);

        var fresh = await _rig.WriteAsync(Settings, Asking.Everything);

        Assert.NotEqual(first.Headline.Text, fresh.Headline.Text);
        AssertSame(fresh, await _rig.WriteAsync(Settings, Asking.Nothing));
    }

    [Fact]
    public async Task Fresh_with_an_endpoint_that_is_gone_keeps_what_was_answered()
    {
        var first = await _rig.WriteAsync(Settings);
        _status = 401;

        AssertSame(first, await _rig.WriteAsync(Settings, Asking.Everything));
        Assert.Contains("the earlier reply stays", _rig.Use!.Takeovers[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_keeps_nothing()
    {
        var first = await _rig.WriteAsync(Settings);
        _reply = _ => "{}";

        await _rig.WriteAsync(Settings, Asking.Everything, keeps: false);

        AssertSame(first, await _rig.WriteAsync(Settings, Asking.Nothing));
    }

    [Fact]
    public async Task Another_model_in_the_settings_leaves_kept_replies_known()
    {
        var first = await _rig.WriteAsync(Settings);

        AssertSame(first, await _rig.WriteAsync(new ModelSettings([ModelRig.Provider(_endpoint.Url, "another-1")]), Asking.Nothing));
    }

    [Fact]
    public async Task What_was_never_asked_is_left_to_the_extractive_analyst_by_a_rebuild()
    {
        var digest = await _rig.WriteAsync(Settings, Asking.Nothing);

        Digested.AssertSound(digest);
        Assert.All(digest.Work!.StandIns, part => Assert.Equal(NoReply.NotAsked, part.Why));
        Assert.Empty(_endpoint.Requests);
    }

    private static void AssertSame(Digest expected, Digest actual) => Assert.All(
        Digested.Files(expected).Zip(Digested.Files(actual)), pair => Assert.Equal((pair.First.Path, pair.First.Hash), (pair.Second.Path, pair.Second.Hash)));
}
