using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Pipeline.Fetching;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Fetching;

public sealed class FetcherTests : IAsyncLifetime
{
    private static readonly FetchOptions AtOnce = new() { RetryDelay = TimeSpan.Zero, Pace = TimeSpan.Zero };

    private LoopbackServer server = null!;

    public async Task InitializeAsync() => server = await LoopbackServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    private FetchRequest Request(string path) => new(server.Url(path)) { AllowPrivate = true };

    private static async Task<FetchOutcome> FetchAsync(FetchRequest request, FetchOptions? options = null)
    {
        using var fetcher = new Fetcher(options ?? AtOnce);
        return await fetcher.FetchAsync(request, CancellationToken.None);
    }

    private async Task<T> FetchAsync<T>(string path, FetchOptions? options = null) =>
        Assert.IsType<T>(await FetchAsync(Request(path), options));

    [Fact]
    public async Task What_the_server_says_arrives_with_its_headers()
    {
        server.Map("/feed", context =>
        {
            context.Response.ContentType = "application/rss+xml; charset=\"gb2312\"";
            context.Response.Headers.ETag = "unquoted";
            context.Response.Headers.LastModified = "Fri, 06 Feb 2026 10:00:00 GMT";
            return context.Response.WriteAsync("<rss/>");
        });

        var fetched = await FetchAsync<Fetched>("feed");

        Assert.Equal("<rss/>", Encoding.UTF8.GetString(fetched.Body));
        Assert.Equal((server.Url("feed"), "application/rss+xml", "gb2312"), (fetched.FinalUrl, fetched.MediaType, fetched.Charset));
        Assert.Equal(("unquoted", "Fri, 06 Feb 2026 10:00:00 GMT"), (fetched.ETag, fetched.LastModified));
    }

    [Fact]
    public async Task It_says_who_asks_and_sends_no_cookies_back()
    {
        server.Map("/", context =>
        {
            context.Response.Cookies.Append("tracked", "yes");
            return Task.CompletedTask;
        });
        using var fetcher = new Fetcher(AtOnce);

        await fetcher.FetchAsync(Request(""), default);
        await fetcher.FetchAsync(Request("") with { Accept = Accept.Page }, default);

        Assert.All(server.Requests, seen => Assert.StartsWith("Pipeline/0.1", seen.Headers.UserAgent.ToString(), StringComparison.Ordinal));
        Assert.All(server.Requests, seen => Assert.Equal(0, seen.Headers.Cookie.Count));
        Assert.Equal(["application/rss+xml", "text/html"], server.Requests.Select(seen => seen.Headers.Accept.ToString().Split(',')[0]));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        server.Map("/feed", context =>
        {
            var known = context.Request.Headers.IfNoneMatch == "\"v1\"" && context.Request.Headers.IfModifiedSince == "Fri, 06 Feb 2026 10:00:00 GMT";
            context.Response.StatusCode = known ? 304 : 200;
            return Task.CompletedTask;
        });

        var outcome = await FetchAsync(Request("feed") with { ETag = "\"v1\"", LastModified = "Fri, 06 Feb 2026 10:00:00 GMT" });

        Assert.IsType<NotModified>(outcome);
    }

    [Fact]
    public async Task Not_modified_without_having_asked_is_a_failure()
    {
        server.Status("/feed", 304);
        Assert.Equal(304, (await FetchAsync<Failed>("feed")).Status);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_compressed_answer_is_unpacked(string encoding)
    {
        server.Map("/feed", context => CompressedAsync(context, encoding, Encoding.UTF8.GetBytes("packed and sent")));
        Assert.Equal("packed and sent", Encoding.UTF8.GetString((await FetchAsync<Fetched>("feed")).Body));
    }

    [Fact]
    public async Task The_cap_counts_what_a_compressed_answer_unpacks_to()
    {
        server.Map("/bomb", context => CompressedAsync(context, "gzip", new byte[3_000_000]));
        var failed = await FetchAsync<Failed>("bomb", AtOnce with { LargestFeed = 100_000 });
        Assert.Equal("the answer is larger than 100,000 bytes", failed.Why);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_is_too_large_is_cut_off_whether_or_not_it_says_so(bool says)
    {
        server.Map("/large", context =>
        {
            context.Response.ContentLength = says ? 200_000 : null;
            return context.Response.Body.WriteAsync(new byte[200_000]).AsTask();
        });

        Assert.Contains("larger than", Assert.IsType<Failed>(await FetchAsync(Request("large") with { MaxBytes = 199_999 })).Why, StringComparison.Ordinal);
        Assert.IsType<Fetched>(await FetchAsync(Request("large") with { MaxBytes = 200_000 }));
    }

    [Fact]
    public async Task Broken_compression_is_a_failure()
    {
        server.Map("/feed", context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.WriteAsync("not packed at all");
        });
        Assert.Equal("the answer's compression is broken", (await FetchAsync<Failed>("feed")).Why);
    }

    [Theory]
    [InlineData(301, "/new")]
    [InlineData(302, "new?x=1")]
    [InlineData(303, "./new")]
    [InlineData(307, "//HOST/new")]
    [InlineData(308, "http://HOST/new#part")]
    public async Task A_redirect_is_followed(int status, string location)
    {
        server.Redirect("/old", location.Replace("HOST", server.Root.Authority), status).Map("/new", "moved here");

        var fetched = await FetchAsync<Fetched>("old");

        Assert.Equal("moved here", Encoding.UTF8.GetString(fetched.Body));
        Assert.Equal("/new", fetched.FinalUrl.AbsolutePath);
    }

    [Fact]
    public async Task Redirects_end_somewhere()
    {
        server.Redirect("/round", "/round");
        Assert.Equal("more than 5 redirects", (await FetchAsync<Failed>("round")).Why);
        Assert.Equal(6, server.Requests.Count);
    }

    [Theory]
    [InlineData("file:///etc/passwd", "only http and https are fetched, not file")]
    [InlineData("ftp://files.example/", "only http and https are fetched, not ftp")]
    [InlineData("http://", "the server redirects to nowhere")]
    public async Task A_redirect_leads_to_the_web_only(string location, string why)
    {
        server.Redirect("/away", location);
        Assert.Equal(why, (await FetchAsync<Failed>("away")).Why);
    }

    [Fact]
    public async Task Only_the_web_is_fetched() =>
        Assert.Equal("only http and https are fetched, not file", Assert.IsType<Failed>(await FetchAsync(new FetchRequest(new Uri("file:///etc/passwd")))).Why);

    [Theory]
    [InlineData("http://127.0.0.1:PORT/")]
    [InlineData("http://localhost:PORT/")]
    [InlineData("http://[::ffff:127.0.0.1]:PORT/")]
    [InlineData("http://2130706433:PORT/")]
    [InlineData("http://0x7f.1:PORT/")]
    public async Task A_private_address_is_refused_before_a_byte_is_sent(string url)
    {
        server.Map("/", "secret");

        var outcome = await FetchAsync(new FetchRequest(new Uri(url.Replace("PORT", $"{server.Root.Port}"))));

        Assert.Contains("no public address", Assert.IsType<Failed>(outcome).Why, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_connection_made_with_leave_is_not_used_without()
    {
        server.Map("/", "secret");
        using var fetcher = new Fetcher(AtOnce);

        Assert.IsType<Fetched>(await fetcher.FetchAsync(Request(""), default));
        Assert.IsType<Failed>(await fetcher.FetchAsync(Request("") with { AllowPrivate = false }, default));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(408)]
    public async Task What_may_pass_is_tried_three_times(int status)
    {
        server.Status("/feed", status);
        Assert.Equal(status, (await FetchAsync<Failed>("feed")).Status);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task The_second_attempt_may_succeed()
    {
        server.Map("/feed", context =>
        {
            context.Response.StatusCode = server.Requests.Count == 1 ? 502 : 200;
            return Task.CompletedTask;
        });
        await FetchAsync<Fetched>("feed");
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(404, "the server answered 404 NotFound")]
    [InlineData(410, "the server answered 410 Gone")]
    [InlineData(429, "the server answered 429 TooManyRequests")]
    [InlineData(202, "the server answered 202 Accepted")]
    public async Task What_is_meant_is_tried_once(int status, string why)
    {
        server.Status("/feed", status);
        Assert.Equal(new Failed(why, status), await FetchAsync<Failed>("feed"));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_server_that_names_a_time_is_left_alone()
    {
        server.Map("/feed", context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = "86400";
            return Task.CompletedTask;
        });
        Assert.Equal(TimeSpan.FromDays(1), (await FetchAsync<Failed>("feed")).RetryAfter);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_connection_that_breaks_off_is_tried_again()
    {
        server.Map("/feed", async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("only the beginning");
            context.Abort();
        });
        Assert.StartsWith("the connection failed", (await FetchAsync<Failed>("feed")).Why, StringComparison.Ordinal);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Nobody_there_is_a_failure()
    {
        var root = server.Root;
        await server.DisposeAsync();
        var failed = Assert.IsType<Failed>(await FetchAsync(new FetchRequest(root) { AllowPrivate = true }));
        Assert.StartsWith("no connection", failed.Why, StringComparison.Ordinal);
        server = await LoopbackServer.StartAsync();
    }

    [Fact]
    public async Task Cancelling_is_no_outcome()
    {
        using var cancelling = new CancellationTokenSource();
        server.Map("/feed", async context =>
        {
            await cancelling.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var fetcher = new Fetcher(AtOnce);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(Request("feed"), cancelling.Token));
    }

    private static async Task CompressedAsync(HttpContext context, string encoding, byte[] body)
    {
        context.Response.Headers.ContentEncoding = encoding;
        using var packed = new MemoryStream();
        await using (Stream packing = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal),
            "deflate" => new ZLibStream(packed, CompressionLevel.Optimal),
            _ => new BrotliStream(packed, CompressionLevel.Optimal),
        })
            await packing.WriteAsync(body);
        await context.Response.Body.WriteAsync(packed.ToArray());
    }
}
