using System.Text;
using Microsoft.AspNetCore.Http;
using Pipeline.Host.LanguageModel;
using Pipeline.Model;
using Pipeline.Sources;
using Pipeline.Stories;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host.Embeddings;

/// <summary>A week is grouped with all of its vectors or with none, whatever the endpoint does, and a rebuild does as was done.</summary>
public sealed class EmbeddingsTests : IAsyncLifetime
{
    private static readonly Article English = Some.Article("Ferry runs aground outside the old harbour", "Passengers were taken off by fishing boats before dawn.", "Harbour Post");

    private static readonly Article Chinese = Some.Article("渡轮搁浅，乘客获救", "天亮前，渔民把乘客一一接走。", "松野快讯", Some.Instant.AddHours(3));

    private static readonly Dictionary<string, Func<HttpContext, IReadOnlyList<string>, Task>> Failures = new()
    {
        ["401"] = Status(401),
        ["404"] = Status(404),
        ["429"] = Status(429),
        ["500"] = Status(500),
        ["hangs"] = (context, _) => FakeEndpoint.HangAsync(context),
        ["breaks off"] = (context, _) => { context.Abort(); return Task.CompletedTask; },
        ["leads elsewhere"] = (context, _) => { context.Response.Headers.Location = "http://127.0.0.1:9/"; context.Response.StatusCode = 307; return Task.CompletedTask; },
        ["a page"] = (context, _) => FakeEndpoint.SayAsync(context, "<!doctype html><title>Sign in</title>", "text/html"),
        ["nothing"] = (context, _) => FakeEndpoint.SayAsync(context, ""),
        ["null"] = (context, _) => FakeEndpoint.SayAsync(context, "null"),
        ["an error in a 200"] = (context, _) => FakeEndpoint.SayAsync(context, """{"error": {"message": "overloaded"}}"""),
        ["half a list"] = (context, texts) => FakeEndpoint.SayAsync(context, FakeEmbeddingEndpoint.List(texts.Select(Vector))[..200]),
        ["one too few"] = (context, texts) => FakeEmbeddingEndpoint.AnswerAsync(context, texts.Skip(1).Select(Vector)),
        ["one too many"] = (context, texts) => FakeEmbeddingEndpoint.AnswerAsync(context, texts.Append("more").Select(Vector)),
        ["one shorter"] = (context, texts) => FakeEmbeddingEndpoint.AnswerAsync(context, texts.Select((text, at) => at == 1 ? Vector(text)[1..] : Vector(text))),
        ["empty ones"] = (context, texts) => FakeEmbeddingEndpoint.AnswerAsync(context, texts.Select(_ => Array.Empty<float>())),
        ["noughts"] = (context, texts) => FakeEmbeddingEndpoint.AnswerAsync(context, texts.Select(text => new float[Vector(text).Length])),
        ["no number"] = (context, texts) => FakeEndpoint.SayAsync(context, FakeEmbeddingEndpoint.List(texts.Select((text, at) => at == 0 ? [float.NaN, .. Vector(text)[1..]] : Vector(text)), packed: true)),
        ["words"] = (context, texts) => FakeEndpoint.SayAsync(context, """{"object": "list", "data": [{"index": 0, "embedding": ["x"]}], "usage": {}}"""),
        ["too much"] = (context, _) => FakeEndpoint.SayAsync(context, new string(' ', 4_000_000)),
    };

    private FakeEmbeddingEndpoint _endpoint = null!;
    private EmbeddingRig _rig = null!;
    private Func<HttpContext, int, IReadOnlyList<string>, Task>? _behave;

    public static TheoryData<string> FailureNames => [.. Failures.Keys];

    private EmbeddingSettings Settings => new(_endpoint.Url, "embed-1") { KeyVariable = "MODEL_KEY", Timeout = TimeSpan.FromSeconds(40) };

    public async Task InitializeAsync()
    {
        _endpoint = await FakeEmbeddingEndpoint.StartAsync((context, number, texts) => _behave?.Invoke(context, number, texts) ?? FakeEmbeddingEndpoint.AnswerAsync(context, texts.Select(Vector)));
        _rig = await EmbeddingRig.OpenAsync();
        await _rig.Week.KeepAsync(PublishedArchive.Keeping(English), PublishedArchive.Keeping(Chinese));
    }

    public async Task DisposeAsync()
    {
        await _endpoint.DisposeAsync();
        await _rig.DisposeAsync();
    }

    [Fact]
    public async Task Two_languages_meet_and_a_rebuild_without_the_endpoint_writes_the_same_bytes()
    {
        Assert.False(AreTogether(await _rig.PublishAsync(null, Asking.Missing, dryRun: true)));

        var first = await _rig.PublishAsync(Settings, Asking.Missing);
        var (written, asked) = (_rig.Files, _endpoint.Requests.Count);
        await _endpoint.DisposeAsync();
        var again = await _rig.PublishAsync(Settings, Asking.Nothing);

        Assert.True(AreTogether(first));
        Assert.Equal((new Embedded("embed-1", null), "embed-1"), (await _rig.FoundAsync(), first.Embedding!.Model));
        Assert.Empty(first.Troubles);
        Assert.Equal(written, _rig.Files);
        Assert.Empty(again.Troubles);
        Assert.Empty(again.Changed);
        Assert.Equal((0, _endpoint.Texts.Count), (again.Embedding!.Use.Requests, again.Embedding.Use.Kept));
        Assert.Equal(asked, _endpoint.Requests.Count);
        Assert.All(_endpoint.Requests, seen => Assert.Equal($"Bearer {EmbeddingRig.Key}", seen.Headers.Authorization));
    }

    [Theory]
    [MemberData(nameof(FailureNames))]
    public async Task Whatever_fails_the_week_is_grouped_without_and_that_is_a_trouble(string name)
    {
        await _rig.PublishAsync(null, Asking.Missing);
        var without = _rig.Files;
        // The first request is answered: half of the vectors must not count.
        _behave = (context, number, texts) => number == 1 ? FakeEmbeddingEndpoint.AnswerAsync(context, texts.Select(Vector)) : Failures[name](context, texts);
        var settings = Settings with { Timeout = TimeSpan.FromSeconds(name == "hangs" ? 5 : 40), Batch = 30 };
        if (name == "hangs")
            _behave = (context, _, texts) => Failures[name](context, texts);

        var report = await _rig.PublishAsync(settings, Asking.Missing);
        var (written, found, asked) = (_rig.Files, await _rig.FoundAsync(), _endpoint.Requests.Count);
        _behave = null;
        var again = await _rig.PublishAsync(settings, Asking.Nothing);

        var trouble = Assert.Single(report.Troubles);
        Assert.Equal(("2026-W06", "asking the embedding model"), (trouble.Where, trouble.What));
        Assert.Equal(without, written);
        Assert.Null(found!.Model);
        Assert.NotNull(found.Failure);
        Assert.InRange(asked, name == "hangs" ? 0 : 1, 3);
        // Though it would answer now: what was decided stays until it is asked for afresh.
        Assert.Equal(without, _rig.Files);
        Assert.Contains(found.Failure, Assert.Single(again.Troubles).Why, StringComparison.Ordinal);
        Assert.Equal(asked, _endpoint.Requests.Count);
        Assert.True(AreTogether(await _rig.PublishAsync(Settings, Asking.Everything)));
        AssertKeyless(report);
    }

    [Fact]
    public async Task An_endpoint_that_is_not_there_and_a_key_that_is_not_set_are_told()
    {
        await _endpoint.DisposeAsync();
        Assert.Contains("can't be reached", Assert.Single((await _rig.PublishAsync(Settings, Asking.Missing)).Troubles).Why, StringComparison.Ordinal);
        _rig.KeyInEnvironment = null;

        var report = await _rig.PublishAsync(Settings, Asking.Missing);

        Assert.Contains("MODEL_KEY holds no key", Assert.Single(report.Troubles).Why, StringComparison.Ordinal);
        Assert.Equal(NoReply.NoKey, report.Embedding!.Failure);
    }

    [Fact]
    public async Task A_time_limit_that_is_over_leaves_the_week_without()
    {
        var report = await _rig.PublishAsync(Settings with { TimeLimit = TimeSpan.Zero }, Asking.Missing);

        Assert.Equal(NoReply.Timeout, report.Embedding!.Failure);
        Assert.Empty(_endpoint.Requests);
    }

    [Fact]
    public async Task What_may_pass_is_asked_once_more()
    {
        _behave = (context, number, texts) => number == 1 ? Failures["500"](context, texts) : FakeEmbeddingEndpoint.AnswerAsync(context, texts.Select(Vector));

        Assert.Empty((await _rig.PublishAsync(Settings, Asking.Missing)).Troubles);
    }

    [Fact]
    public async Task A_run_that_was_interrupted_pays_for_no_vector_twice()
    {
        _behave = (context, number, texts) => number < 3 ? FakeEmbeddingEndpoint.AnswerAsync(context, texts.Select(Vector)) : Failures["401"](context, texts);
        await _rig.PublishAsync(Settings with { Batch = 10 }, Asking.Missing);
        _behave = null;

        var report = await _rig.PublishAsync(Settings with { Batch = 10 }, Asking.Missing);

        Assert.Equal(20, report.Embedding!.Use.Kept);
        Assert.Empty(report.Troubles);
        // Ten of them were asked for in vain.
        Assert.Equal(_endpoint.Texts.Distinct().Count() + 10, _endpoint.Texts.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Vectors_are_told_by_the_numbers_they_name_and_may_be_packed(bool packed)
    {
        _behave = (context, _, texts) => FakeEndpoint.SayAsync(context, FakeEmbeddingEndpoint.List(texts.Reverse().Select(Vector), packed, at => texts.Count - 1 - at));

        Assert.True(AreTogether(await _rig.PublishAsync(Settings, Asking.Missing)));
    }

    [Fact]
    public async Task Servers_that_number_nothing_are_taken_at_their_order()
    {
        _behave = (context, _, texts) => FakeEndpoint.SayAsync(context, FakeEmbeddingEndpoint.List(texts.Select(Vector), index: _ => 0));

        Assert.True(AreTogether(await _rig.PublishAsync(Settings, Asking.Missing)));
    }

    [Fact]
    public async Task Another_model_in_the_settings_changes_no_published_week()
    {
        await _rig.PublishAsync(Settings, Asking.Missing);
        var written = _rig.Files;

        var again = await _rig.PublishAsync(Settings with { Model = "embed-2" }, Asking.Nothing);

        Assert.Equal(written, _rig.Files);
        Assert.Equal("embed-1", again.Embedding!.Model);
        Assert.Equal("embed-2", (await _rig.PublishAsync(Settings with { Model = "embed-2" }, Asking.Everything)).Embedding!.Model);
    }

    [Fact]
    public async Task An_article_that_came_late_leaves_the_whole_week_without_until_it_is_asked_for()
    {
        await _rig.PublishAsync(Settings, Asking.Missing);
        await _rig.Week.KeepAsync(PublishedArchive.Keeping(Some.Article("A late report of something else", "Nothing more is known.", "Harbour Post")));

        var rebuilt = await _rig.PublishAsync(Settings, Asking.Nothing);

        Assert.False(AreTogether(rebuilt));
        Assert.Contains("1 of the week's", Assert.Single(rebuilt.Troubles).Why, StringComparison.Ordinal);
        Assert.Equal(new Embedded("embed-1", null), await _rig.FoundAsync());
        Assert.True(AreTogether(await _rig.PublishAsync(Settings, Asking.Everything)));
    }

    [Fact]
    public async Task A_week_from_before_stays_as_it_was_and_says_so()
    {
        await _rig.PublishAsync(null, Asking.Missing);
        var written = _rig.Files;

        var rebuilt = await _rig.PublishAsync(Settings, Asking.Nothing);

        Assert.Equal(written, _rig.Files);
        Assert.Equal(NoReply.NotAsked, rebuilt.Embedding!.Failure);
        Assert.Single(rebuilt.Troubles);
        Assert.Empty(_endpoint.Requests);
        Assert.Null(await _rig.FoundAsync());
    }

    [Fact]
    public async Task Fresh_with_an_endpoint_that_is_gone_keeps_the_vectors_that_came_once()
    {
        await _rig.PublishAsync(Settings, Asking.Missing);
        var written = _rig.Files;
        await _endpoint.DisposeAsync();

        var report = await _rig.PublishAsync(Settings, Asking.Everything);

        Assert.Equal(written, _rig.Files);
        Assert.Contains("the earlier vectors stay", Assert.Single(report.Troubles).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_changed_behind_its_name_is_not_mixed_with_what_it_was()
    {
        await _rig.PublishAsync(Settings, Asking.Missing);
        await _rig.Week.KeepAsync(PublishedArchive.Keeping(Some.Article("A late report of something else", "Nothing more is known.", "Harbour Post")));
        _behave = (context, _, texts) => FakeEmbeddingEndpoint.AnswerAsync(context, texts.Select(text => Vector(text)[..64]));

        var report = await _rig.PublishAsync(Settings, Asking.Missing);

        Assert.Contains("not all of one length", Assert.Single(report.Troubles).Why, StringComparison.Ordinal);
        Assert.Null((await _rig.FoundAsync())!.Model);
        Assert.Empty((await _rig.PublishAsync(Settings, Asking.Everything)).Troubles);
    }

    [Fact]
    public async Task A_dry_run_keeps_nothing()
    {
        await _rig.PublishAsync(null, Asking.Missing);

        Assert.True(AreTogether(await _rig.PublishAsync(Settings, Asking.Everything, dryRun: true)));

        Assert.Equal(0, (await _rig.PublishAsync(Settings, Asking.Missing, dryRun: true)).Embedding!.Use.Kept);
    }

    [Fact]
    public async Task A_kept_vector_that_is_damaged_is_asked_for_again()
    {
        await _rig.PublishAsync(Settings, Asking.Missing);
        var asked = _endpoint.Texts.Count;
        await _rig.Week.Archive.KeepReplyAsync(new ModelReply(Pipeline.Host.Embeddings.VectorHash.Of("embed-1", Meanings.Text(English))) { Text = "no, Base64!", Model = "embed-1" }, default);

        Assert.Equal(NoReply.NotAsked, (await _rig.PublishAsync(Settings, Asking.Nothing)).Embedding!.Failure);
        Assert.Empty((await _rig.PublishAsync(Settings, Asking.Missing)).Troubles);
        Assert.Equal(asked + 1, _endpoint.Texts.Count);
    }

    private static Func<HttpContext, IReadOnlyList<string>, Task> Status(int status) => (context, _) => FakeEndpoint.SayAsync(context, "{}", status: status);

    private static float[] Vector(string text) => FakeEmbedding.Of(text, told => told.StartsWith("Ferry", StringComparison.Ordinal) || told.StartsWith("渡轮", StringComparison.Ordinal) ? "ferry" : null);

    private static bool AreTogether(PublishReport report) => report.Digest!.News.Grouping.Stories.Any(story =>
        story.Articles.Any(article => article.Url == English.Url) && story.Articles.Any(article => article.Url == Chinese.Url));

    private void AssertKeyless(PublishReport report)
    {
        Assert.All(report.Troubles, trouble => Assert.DoesNotContain(EmbeddingRig.Key, trouble.ToString(), StringComparison.Ordinal));
        Assert.All(_rig.Files, file => Assert.DoesNotContain(EmbeddingRig.Key, Encoding.UTF8.GetString(file.Value), StringComparison.Ordinal));
    }
}
