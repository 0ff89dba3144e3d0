using System.Globalization;
using System.Text;

namespace Pipeline.Tests.Fetching.Characters;

/// <summary>Every character there is.</summary>
internal static class Cast
{
    public static IReadOnlyList<Character> All { get; } = [.. Statuses(), .. RetryAfters(), .. Redirects(), .. Packers(), .. Bodies(), .. Heads(), .. Feeds(), .. Charsets(), .. Walls()];

    private static Character Plain(string name, string? says, int articles, Func<Wire, Task> play) => new(name, says, articles, play);

    private static Character Status(string status, string says) => Plain($"answers {status}", says, 0, wire => wire.AnswerAsync(status, ""));

    private static IEnumerable<Character> Statuses() =>
    [
        Plain("answers 200 OK", null, 1, wire => wire.FeedAsync()),
        Plain("answers 103 first", null, 1, async wire =>
        {
            await wire.SendAsync("HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n");
            await wire.FeedAsync();
        }),
        Status("202 Accepted", "202"),
        Status("204 No Content", "204"),
        Plain("answers 206 unasked", "206", 0, wire => wire.AnswerAsync("206 Partial Content", Wire.Feed[..100])),
        Status("300 Multiple Choices", "300"),
        Status("304 Not Modified", "304"),
        Status("400 Bad Request", "400"),
        Status("401 Unauthorized", "401"),
        Status("403 Forbidden", "403"),
        Status("404 Not Found", "404"),
        Status("410 Gone", "asked no more"),
        Status("418 I'm a teapot", "418"),
        Status("451 Unavailable For Legal Reasons", "451"),
        Status("500 Internal Server Error", "500"),
        Status("502 Bad Gateway", "502"),
        Status("599 Nobody Knows", "599"),
        Status("999 Request denied", "999"),
    ];

    private static Character Busy(string name, string value, double? minutes) => new($"asks to wait: {name}", "429", 0, wire => wire.AnswerAsync("429 Too Many Requests", "", $"Retry-After: {value}"))
    {
        Rests = minutes,
    };

    /// <summary>The client's clock stands at 2026-02-04 09:30 UTC.</summary>
    private static IEnumerable<Character> RetryAfters() =>
    [
        Busy("in seconds", "7200", 120),
        Busy("until a date", "Wed, 04 Feb 2026 12:30:00 GMT", 180),
        Busy("until a date in the old form", "Wednesday, 04-Feb-26 12:30:00 GMT", 180),
        Busy("until yesterday", "Tue, 03 Feb 2026 12:30:00 GMT", null),
        Busy("for no time", "0", null),
        Busy("for a year", "31536000", 7 * 24 * 60),
        Busy("for a negative time", "-5", null),
        Busy("in words", "soon", null),
        Busy("for longer than numbers go", "99999999999999999999", null),
        new("asks to wait with 503", "503", 0, wire => wire.AnswerAsync("503 Service Unavailable", "", "Retry-After: 7200")) { Rests = 120 },
    ];

    private static Character Redirect(string name, string says, string location) => Plain($"redirects {name}", says, 0, wire => wire.AnswerAsync("302 Found", "", $"Location: {location}"));

    private static IEnumerable<Character> Redirects() =>
    [
        Redirect("to itself", "more than 5 redirects", "/feed"),
        Plain("redirects ever deeper", "more than 5 redirects", 0, wire => wire.AnswerAsync("301 Moved Permanently", "", $"Location: {wire.Path}/a")),
        Redirect("to a file", "only http and https", "file:///etc/passwd"),
        Redirect("to a script", "only http and https", "javascript:alert(1)"),
        Redirect("to nowhere", "redirects to nowhere", "http://"),
        Plain("redirects without an address", "redirects to nowhere", 0, wire => wire.AnswerAsync("302 Found", "")),
        Redirect("to an impossible name", "", "http://a..b/"),
    ];

    private static Character Packed(string name, string? says, int articles, string encoding, Func<byte[]> body) =>
        Plain(name, says, articles, wire => wire.AnswerAsync("200 OK", body(), $"Content-Encoding: {encoding}"));

    /// <summary>What a hundred million bytes of nothing pack to.</summary>
    private static byte[] Nothing(Func<byte[], byte[]> pack) => pack(new byte[100_000_000]);

    private static IEnumerable<Character> Packers() =>
    [
        Packed("sends a gzip bomb", "larger than", 0, "gzip", () => Nothing(Wire.Gzip)),
        Packed("sends a brotli bomb", "larger than", 0, "br", () => Nothing(Wire.Brotli)),
        Packed("sends a gzip bomb in a gzip bomb", "larger than", 0, "gzip, gzip", () => Wire.Gzip(Nothing(Wire.Gzip))),
        Packed("packs ten times", "compression is broken", 0, "gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip", () => Wire.Gzip([0])),
        Packed("says gzip and packs nothing", "compression is broken", 0, "gzip", () => Encoding.UTF8.GetBytes(Wire.Feed)),
        Packed("packs in a way that nobody asked for", "compression is broken", 0, "zstd", () => [0x28, 0xB5, 0x2F, 0xFD]),
        Packed("breaks off in mid-gzip", "", 0, "gzip", () => Wire.Gzip(Encoding.UTF8.GetBytes(Wire.Feed))[..60]),
        Packed("packs without saying so", "compressed", 0, "identity", () => Wire.Gzip(Encoding.UTF8.GetBytes(Wire.Feed))),
        Plain("sends empty gzip blocks for ever", "larger than", 0, async wire =>
        {
            await wire.HeadAsync("200 OK", "Content-Encoding: gzip");
            // RFC 1952: a header, an empty last block, a checksum and a length of nothing.
            await wire.SendForEverAsync([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        }),
    ];

    private static IEnumerable<Character> Bodies() =>
    [
        new("drips byte after byte", "no whole answer within", 0, async wire =>
        {
            await wire.HeadAsync("200 OK", "Content-Length: 1000000");
            await wire.SendAsync("<rss>");
            wire.Pass(TimeSpan.FromMinutes(10));
            await wire.HoldAsync();
        })
        { IsSlow = true },
        new("never answers", "no whole answer within", 0, async wire =>
        {
            wire.Pass(TimeSpan.FromMinutes(10));
            await wire.HoldAsync();
        })
        { IsSlow = true },
        Plain("hangs up without a word", "the connection failed", 0, _ => Task.CompletedTask),
        Plain("hangs up in mid-body", "the connection failed", 0, async wire =>
        {
            await wire.HeadAsync("200 OK", "Content-Length: 100000");
            await wire.SendAsync(Wire.Feed);
        }),
        Plain("ends its body by hanging up, as HTTP/1.0 did", null, 1, async wire =>
        {
            await wire.SendAsync("HTTP/1.0 200 OK\r\n\r\n");
            await wire.SendAsync(Wire.Feed);
        }),
        Plain("says a length that is too short", "", 0, async wire =>
        {
            await wire.HeadAsync("200 OK", "Content-Length: 20");
            await wire.SendAsync(Wire.Feed);
        }),
        Plain("says a length of a hundred megabytes", "larger than", 0, async wire =>
        {
            await wire.HeadAsync("200 OK", "Content-Length: 100000000");
            await wire.HoldAsync();
        }),
        Plain("sends a hundred megabytes without a length", "larger than", 0, async wire =>
        {
            await wire.HeadAsync("200 OK");
            await wire.SendForEverAsync("<rss version=\"2.0\"><channel>" + new string(' ', 60_000));
        }),
        Plain("sends chunks of nonsense", "the connection failed", 0, async wire =>
        {
            await wire.HeadAsync("200 OK", "Transfer-Encoding: chunked");
            await wire.SendAsync("zz\r\n<rss>\r\n");
        }),
        Plain("sends nothing at all as its body", "empty", 0, wire => wire.AnswerAsync("200 OK", "")),
    ];

    private static IEnumerable<Character> Heads() =>
    [
        Plain("sends headers for ever", "headers are larger than", 0, async wire =>
        {
            await wire.SendAsync("HTTP/1.1 200 OK\r\n");
            await wire.SendForEverAsync($"X-More: {new string('x', 1000)}\r\n");
        }),
        Plain("sends one header for ever", "headers are larger than", 0, async wire =>
        {
            await wire.SendAsync("HTTP/1.1 200 OK\r\nX-Long: ");
            await wire.SendForEverAsync(new string('x', 4000));
        }),
        Plain("speaks no HTTP", "the connection failed", 0, wire => wire.SendAsync("220 mail.example ESMTP ready\r\n")),
        Plain("says that a feed is a picture", null, 1, wire => wire.FeedAsync("Content-Type: image/png")),
        Plain("says a type that is none", null, 1, wire => wire.FeedAsync("Content-Type: ;;;charset")),
        Plain("sends validators that are none", null, 1, wire => wire.FeedAsync("ETag: no quotes, \u0001", "Last-Modified: the other day")),
    ];

    private static Character Body(string name, string? says, int articles, Func<string> body) => Plain(name, says, articles, wire => wire.AnswerAsync("200 OK", body(), "Content-Type: application/xml"));

    private static string Repeated(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static IEnumerable<Character> Feeds() =>
    [
        Body("sends a billion laughs", null, 1, () => "<!DOCTYPE rss [<!ENTITY a \"ha\">"
            + string.Concat(Enumerable.Range(1, 30).Select(number => string.Create(CultureInfo.InvariantCulture, $"<!ENTITY a{number} \"&a{number - 1};&a{number - 1};&a{number - 1};\">")))
            + "]>" + Wire.Feed["<?xml version=\"1.0\"?>".Length..].Replace("Said on Tuesday.", "&a30;", StringComparison.Ordinal)),
        Body("sends an entity that is a file", null, 1, () => "<!DOCTYPE rss [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
            + Wire.Feed["<?xml version=\"1.0\"?>".Length..].Replace("Said on Tuesday.", "&f;", StringComparison.Ordinal)),
        Body("nests a hundred thousand deep", "", 0, () => "<rss><channel>" + Repeated("<a>", 100_000)),
        Body("sends nothing but opening tags", "", 0, () => Repeated("<rss>", 500_000)),
        Body("opens a section and never closes it", null, 1, () => Wire.Feed.Replace("Said on", "<![CDATA[Said on", StringComparison.Ordinal)),
        Body("breaks off in mid-entry", null, 1, () => Wire.Feed[..^60]),
        Body("talks before it begins", null, 1, () => "Warning: something is deprecated in line 3\n" + Wire.Feed),
        Body("talks after it has ended", null, 1, () => Wire.Feed + "<script>count()</script>"),
    ];

    private static Character Charset(string name, string charset, string? declared, string? header) => Plain(name, null, 1, wire =>
        wire.AnswerAsync("200 OK", Encoded(charset, declared), header is null ? [] : [$"Content-Type: text/xml; charset={header}"]));

    private static byte[] Encoded(string charset, string? declared)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(charset);
        var text = Wire.Feed.Replace("A ship of glass", "玻璃船厂宣布新一代模型，下周开放测试", StringComparison.Ordinal)
            .Replace("version=\"1.0\"", declared is null ? "version=\"1.0\"" : $"version=\"1.0\" encoding=\"{declared}\"", StringComparison.Ordinal);
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }

    private static IEnumerable<Character> Charsets() =>
    [
        Charset("writes GBK and declares it", "gb18030", "gb2312", null),
        Charset("writes GBK and says so in its header", "gb18030", null, "gbk"),
        Charset("writes GBK and says nothing", "gb18030", null, null),
        Charset("writes UTF-8 and declares Latin-1", "utf-8", "iso-8859-1", null),
        Charset("writes UTF-8 and names a charset that is none", "utf-8", "klingon", "klingon"),
        Charset("writes UTF-16 with a mark", "utf-16", "utf-16", null),
    ];

    private static Character Page(string name, string says, string status, string html) => Plain(name, says, 0, wire => wire.AnswerAsync(status, html, "Content-Type: text/html"));

    private static IEnumerable<Character> Walls() =>
    [
        Page("sends a web page", "a web page, not a feed", "200 OK", "<!DOCTYPE html><html><head><title>Lab</title></head><body><p>Welcome.</p></body></html>"),
        Page("asks for a captcha", "a web page, not a feed", "200 OK", "<html><body><form>Are you a robot? <input name=captcha></form></body></html>"),
        Page("asks for a captcha with 403", "403", "403 Forbidden", "<html><body>Checking your browser</body></html>"),
        Page("sends JSON that is no feed", "not a feed", "200 OK", "{\"error\": \"quota exceeded\"}"),
        Page("sends a sentence", "not a feed", "200 OK", "The feed has been switched off."),
    ];
}
