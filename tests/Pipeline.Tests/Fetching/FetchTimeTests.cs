using System.Net;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Fetching;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Fetching;

/// <summary>What depends on a clock, with one that only the test moves.</summary>
public sealed class FetchTimeTests
{
    private static readonly FetchRequest Anything = new(new Uri("https://lab.example/feed.xml"));

    /// <summary>Real time, and only spent where the test fails: a hang would say nothing.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider time = new(Some.Instant);

    [Fact]
    public async Task A_server_that_drips_is_left_after_the_timeout()
    {
        var dripping = new DrippingContent();
        using var transport = new Transport(_ => new HttpResponseMessage { Content = dripping });
        using var fetcher = new Fetcher(new FetchOptions(), transport, time);

        var fetching = fetcher.FetchAsync(Anything, default);
        await dripping.Reading.WaitAsync(Patience);
        time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(new Failed("no whole answer within 30 seconds") { MayPass = true }, await fetching.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_date_to_come_back_at_is_counted_from_now()
    {
        using var transport = new Transport(_ => Busy(time.GetUtcNow().AddMinutes(90)));
        using var fetcher = new Fetcher(new FetchOptions(), transport, time);
        Assert.Equal(TimeSpan.FromMinutes(90), Assert.IsType<Failed>(await fetcher.FetchAsync(Anything, default).WaitAsync(Patience)).RetryAfter);
    }

    [Fact]
    public async Task A_date_that_has_passed_means_now()
    {
        using var transport = new Transport(_ => Busy(time.GetUtcNow().AddMinutes(-90)));
        using var fetcher = new Fetcher(new FetchOptions(), transport, time);
        Assert.Equal(TimeSpan.Zero, Assert.IsType<Failed>(await fetcher.FetchAsync(Anything, default).WaitAsync(Patience)).RetryAfter);
    }

    [Fact]
    public async Task One_host_is_asked_for_two_things_at_a_time()
    {
        using var transport = new HeldTransport();
        using var fetcher = new Fetcher(new FetchOptions { Pace = TimeSpan.Zero }, transport, time);

        var fetches = Enumerable.Range(0, 4).Select(number => fetcher.FetchAsync(new FetchRequest(new Uri($"https://lab.example/{number}")), default)).ToList();
        var other = fetcher.FetchAsync(new FetchRequest(new Uri("https://press.example/")), default);

        Assert.Equal(["https://lab.example/0", "https://lab.example/1", "https://press.example/"], transport.Asked.Order(StringComparer.Ordinal));
        transport.Release();
        await Task.WhenAll(fetches).WaitAsync(Patience);
        await other;
        Assert.Equal(5, transport.Asked.Count);
    }

    [Fact]
    public async Task One_domain_is_asked_at_a_pace_and_another_meanwhile()
    {
        using var transport = new HeldTransport();
        transport.Release();
        using var fetcher = new Fetcher(new FetchOptions { Pace = TimeSpan.FromSeconds(2) }, transport, time);

        await fetcher.FetchAsync(new FetchRequest(new Uri("https://www.lab.example/1")), default).WaitAsync(Patience);
        var second = fetcher.FetchAsync(new FetchRequest(new Uri("https://feeds.lab.example/2")), default);
        await fetcher.FetchAsync(new FetchRequest(new Uri("https://press.example/")), default).WaitAsync(Patience);

        time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Equal(["https://www.lab.example/1", "https://press.example/"], transport.Asked);
        time.Advance(TimeSpan.FromSeconds(0.2));
        await second.WaitAsync(Patience);
        Assert.Equal("https://feeds.lab.example/2", transport.Asked[^1]);
    }

    [Fact]
    public async Task The_way_through_redirects_has_one_timeout_in_all()
    {
        using var transport = new Transport(request =>
        {
            time.Advance(TimeSpan.FromSeconds(8));
            var response = new HttpResponseMessage(HttpStatusCode.Found);
            response.Headers.Location = new Uri(request.RequestUri!, $"/{request.RequestUri!.AbsolutePath.Length}x");
            return response;
        });
        using var fetcher = new Fetcher(new FetchOptions { Pace = TimeSpan.Zero }, transport, time);

        Assert.Equal("no whole answer within 30 seconds", Assert.IsType<Failed>(await fetcher.FetchAsync(Anything, default).WaitAsync(Patience)).Why);
    }

    [Fact]
    public async Task No_connection_in_time_is_a_failure_and_tried_again()
    {
        var attempts = 0;
        using var transport = new Transport(_ =>
        {
            attempts++;
            throw new TaskCanceledException("connect", new TimeoutException());
        });
        using var fetcher = new Fetcher(new FetchOptions { RetryDelay = TimeSpan.Zero }, transport);

        Assert.Equal(new Failed("no connection in time") { MayPass = true }, await fetcher.FetchAsync(Anything, default).WaitAsync(Patience));
        Assert.Equal(3, attempts);
    }

    private static HttpResponseMessage Busy(DateTimeOffset until)
    {
        var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter = new(until);
        return response;
    }

    private sealed class Transport(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer(request));
    }

    /// <summary>Remembers what is asked and answers when it is told to.</summary>
    private sealed class HeldTransport : HttpMessageHandler
    {
        private readonly TaskCompletionSource released = new();

        public List<string> Asked { get; } = [];

        public void Release() => released.SetResult();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (Asked)
                Asked.Add(request.RequestUri!.AbsoluteUri);
            await released.Task;
            return new HttpResponseMessage();
        }
    }

    /// <summary>A body that begins and never ends.</summary>
    private sealed class DrippingContent : HttpContent
    {
        private readonly TaskCompletionSource reading = new();

        public Task Reading => reading.Task;

        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new Drip(reading));

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class Drip(TaskCompletionSource reading) : MemoryStream
    {
        private bool begun;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!begun)
            {
                begun = true;
                return 1;
            }
            reading.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
