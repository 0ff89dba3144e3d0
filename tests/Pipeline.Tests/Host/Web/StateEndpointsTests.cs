using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Host;
using Pipeline.Host.Commands;
using Pipeline.Host.Web;
using Pipeline.Model;
using Pipeline.Tests.Support;
using Quartz;

namespace Pipeline.Tests.Host.Web;

public sealed class StateEndpointsTests : IAsyncLifetime
{
    private const string Secret = "0123456789abcdef-quay";

    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider clock = new(Some.Instant);
    private Desk desk = null!;
    private WebApplication? host;

    public async Task InitializeAsync()
    {
        // Nothing is ever due by its schedule while the clock stands; what catching up asks, nobody answers.
        var sources = folder.Write("sources.yaml", "sources: [{ name: Quay, url: 'http://127.0.0.1:9/feed.xml' }]\n");
        desk = await Desk.OpenAsync(new Request { Sources = sources }, new Progress<Progress>(), default, clock);
    }

    public async Task DisposeAsync()
    {
        // Disposing alone would leave what is catching up at work, in a folder that goes.
        if (host is not null)
        {
            await host.StopAsync();
            await host.DisposeAsync();
        }

        await desk.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/ready")]
    [InlineData("/anything")]
    public async Task Without_the_token_there_is_no_answer(string path)
    {
        var serving = await StartAsync(AccessToken.For("http://127.0.0.1:0", null, _ => Secret));

        using var bare = await AskAsync(serving, path, null);
        using var wrong = await AskAsync(serving, path, Secret + "x");
        using var right = await AskAsync(serving, path, Secret);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (bare.StatusCode, wrong.StatusCode));
        Assert.Equal("Bearer", bare.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal(path == "/anything" ? HttpStatusCode.NotFound : HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task Ready_says_no_and_why_when_the_archive_can_not_be_read()
    {
        var serving = await StartAsync(null);
        using var before = await AskAsync(serving, "/ready", null);

        await desk.Archive.DisposeAsync();
        using var after = await AskAsync(serving, "/ready", null);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (before.StatusCode, after.StatusCode));
        Assert.Contains("\"ready\": false", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_refuses_to_listen_to_the_world_without_a_token()
    {
        var ran = await Command.RunAsync(folder.Path, ["serve", "--url", "http://0.0.0.0:0"]);

        Assert.Equal(2, ran.Code);
        Assert.Contains(AccessToken.Variable, ran.Error, StringComparison.Ordinal);
    }

    private async Task<WebApplication> StartAsync(AccessToken? token)
    {
        host = ServeCommand.Build(desk, "http://127.0.0.1:0", clock, token);
        await host.StartAsync();
        // The scheduler starts once the host has, on a thread of its own.
        var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        for (var round = 0; scheduler.Status != SchedulerStatus.Running && round < 1_000_000; round++)
            await Task.Yield();
        return host;
    }

    private static async Task<HttpResponseMessage> AskAsync(WebApplication serving, string path, string? token)
    {
        using var client = new HttpClient { BaseAddress = new Uri(serving.Urls.First()) };
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await client.GetAsync(new Uri(path, UriKind.Relative));
    }
}
