using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Pipeline.Fetching;

/// <summary>What one address answered: an outcome, or where to ask instead.</summary>
internal sealed record Hop(FetchOutcome? Outcome, Uri? Next = null, bool IsPermanent = false);

/// <summary>One request to one address and what came of it.</summary>
/// <remarks>Throws what <see cref="HttpClient"/> throws; the answer itself is never an exception.</remarks>
internal sealed class Exchange(HttpClient client, FetchOptions options, TimeProvider time)
{
    private const string Feeds = "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, "
        + "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1";

    private const string Pages = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";

    private const string Texts = "text/plain, */*;q=0.1";

    public async Task<Hop> RunAsync(FetchRequest request, Uri url, CancellationToken cancellation)
    {
        if (!IsWeb(url))
            return new Hop(new Failed($"only http and https are fetched, not {url.Scheme}"));
        using var message = Message(request, url);
        using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (!IsRedirect(response))
            return new Hop(await OutcomeAsync(request, url, response, cancellation));
        return Header(response, "Location") is { } location && Uri.TryCreate(url, location, out var next)
            ? new Hop(null, next, response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect)
            : new Hop(new Failed("the server redirects to nowhere", (int)response.StatusCode));
    }

    private static bool IsWeb(Uri url) => url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps;

    /// <summary>304 and 300 bring no new address to follow.</summary>
    private static bool IsRedirect(HttpResponseMessage response) => response.StatusCode
        is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private HttpRequestMessage Message(FetchRequest request, Uri url)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, url);
        Add("User-Agent", options.UserAgent);
        Add("Accept", request.Accept switch { Accept.Feed => Feeds, Accept.Page => Pages, _ => Texts });
        Add("Accept-Encoding", PackedBody.Encodings);
        Add("If-None-Match", request.ETag);
        Add("If-Modified-Since", request.LastModified);
        if (IsSameOrigin(url, request.Url))
            foreach (var (name, value) in request.Headers)
                Add(name, value);
        return message;

        void Add(string name, string? value)
        {
            if (value is not null)
                message.Headers.TryAddWithoutValidation(name, value);
        }
    }

    public static bool IsSameOrigin(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private async Task<FetchOutcome> OutcomeAsync(FetchRequest request, Uri url, HttpResponseMessage response, CancellationToken cancellation)
    {
        var fresh = Freshness.Of(name => Header(response, name), time.GetUtcNow());
        if (response.StatusCode == HttpStatusCode.NotModified && (request.ETag ?? request.LastModified) is not null)
            return new NotModified { Fresh = fresh };
        // 202 comes from walls that want a browser, 204 and 206 hold less than was asked for.
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation))
            return Refusal(response);
        var cap = request.MaxBytes ?? (request.Accept == Accept.Feed ? options.LargestFeed : options.LargestPage);
        if (response.Content.Headers.ContentLength > cap && !request.CutAtCap)
            return TooLarge(cap, response);
        var (body, isWhole) = await PackedBody.ReadAsync(response.Content, Header(response, "Content-Encoding"), cap, cancellation);
        if (!isWhole && !request.CutAtCap)
            return TooLarge(cap, response);
        var type = ContentType(response);
        return new Fetched(url, body, type?.MediaType, type?.CharSet?.Trim('"', '\''), Header(response, "ETag"), Header(response, "Last-Modified")) { Fresh = fresh };
    }

    private static Failed TooLarge(int cap, HttpResponseMessage response) =>
        new(string.Create(CultureInfo.InvariantCulture, $"the answer is larger than {cap:#,0} bytes"), (int)response.StatusCode);

    private Failed Refusal(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var after = response.Headers.RetryAfter;
        var wait = after?.Delta ?? (after?.Date is { } date ? date - time.GetUtcNow() : null);
        var why = string.Create(CultureInfo.InvariantCulture, $"the server answered {status} {response.StatusCode}");
        return new Failed(why, status, wait < TimeSpan.Zero ? TimeSpan.Zero : wait);
    }

    private static MediaTypeHeaderValue? ContentType(HttpResponseMessage response) =>
        MediaTypeHeaderValue.TryParse(Header(response, "Content-Type"), out var type) ? type : null;

    /// <summary>As it was sent: the typed properties hide what is not quite to the letter, an unquoted ETag for one.</summary>
    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.FirstOrDefault()
            : null;
}
