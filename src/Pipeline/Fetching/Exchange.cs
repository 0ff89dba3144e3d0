using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Pipeline.Fetching;

/// <summary>One attempt at one request: its redirects, its body, its outcome.</summary>
/// <remarks>Throws what <see cref="HttpClient"/> throws; the answer itself is never an exception.</remarks>
internal sealed class Exchange(HttpClient client, FetchOptions options, TimeProvider time)
{
    private const string Feeds = "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, "
        + "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1";

    private const string Pages = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";

    public async Task<FetchOutcome> RunAsync(FetchRequest request, CancellationToken cancellation)
    {
        var url = request.Url;
        for (var hop = 0; hop <= options.Redirects; hop++)
        {
            if (!IsWeb(url))
                return new Failed($"only http and https are fetched, not {url.Scheme}");
            using var message = Message(request, url);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (!IsRedirect(response))
                return await OutcomeAsync(request, url, response, cancellation);
            if (Header(response, "Location") is not { } location || !Uri.TryCreate(url, location, out url))
                return new Failed("the server redirects to nowhere", (int)response.StatusCode);
        }
        return new Failed($"more than {options.Redirects} redirects");
    }

    private static bool IsWeb(Uri url) => url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps;

    /// <summary>304 and 300 bring no new address to follow.</summary>
    private static bool IsRedirect(HttpResponseMessage response) => response.StatusCode
        is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private HttpRequestMessage Message(FetchRequest request, Uri url)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, url);
        message.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept == Accept.Feed ? Feeds : Pages);
        if (request.ETag is { } tag)
            message.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (request.LastModified is { } date)
            message.Headers.TryAddWithoutValidation("If-Modified-Since", date);
        return message;
    }

    private async Task<FetchOutcome> OutcomeAsync(FetchRequest request, Uri url, HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.StatusCode == HttpStatusCode.NotModified && (request.ETag ?? request.LastModified) is not null)
            return new NotModified();
        // 202 comes from walls that want a browser, 204 and 206 hold less than was asked for.
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation))
            return Refusal(response);
        var cap = request.MaxBytes ?? (request.Accept == Accept.Feed ? options.LargestFeed : options.LargestPage);
        if (await BodyAsync(response.Content, cap, cancellation) is not { } body)
            return new Failed(string.Create(CultureInfo.InvariantCulture, $"the answer is larger than {cap:#,0} bytes"), (int)response.StatusCode);
        var type = ContentType(response);
        return new Fetched(url, body, type?.MediaType, type?.CharSet?.Trim('"', '\''), Header(response, "ETag"), Header(response, "Last-Modified"));
    }

    private Failed Refusal(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var after = response.Headers.RetryAfter;
        var wait = after?.Delta ?? (after?.Date is { } date ? date - time.GetUtcNow() : null);
        var why = string.Create(CultureInfo.InvariantCulture, $"the server answered {status} {response.StatusCode}");
        return new Failed(why, status, wait < TimeSpan.Zero ? TimeSpan.Zero : wait);
    }

    /// <summary>Null where it is larger than the cap: a small compressed answer may hold gigabytes.</summary>
    private static async Task<byte[]?> BodyAsync(HttpContent content, int cap, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > cap)
            return null;
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (body.Length + read > cap)
                return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    private static MediaTypeHeaderValue? ContentType(HttpResponseMessage response) =>
        MediaTypeHeaderValue.TryParse(Header(response, "Content-Type"), out var type) ? type : null;

    /// <summary>As it was sent: the typed properties hide what is not quite to the letter, an unquoted ETag for one.</summary>
    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.FirstOrDefault()
            : null;
}
