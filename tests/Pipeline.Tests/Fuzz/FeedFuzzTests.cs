using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Feeds;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Fuzz;

/// <summary>Damaged feeds: of the cases, or of the folder that PIPELINE_FUZZ_FOLDER names.</summary>
public partial class FeedFuzzTests
{
    private static readonly string[] Tokens =
    [
        "<rss version='2.0'>", "</rss>", "<channel>", "</channel>", "<item>", "</item>", "<entry>", "</entry>", "<title>", "</title>", "<title type='text'>",
        "<link>", "</link>", "<link href='", "<guid>", "<guid isPermaLink='true'>", "<pubDate>", "</pubDate>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<rdf:RDF>",
        "<![CDATA[", "]]>", "<!--", "-->", "<?xml version='1.1'?>", "<?xml version='1.0' encoding='gbk'?>", "<!DOCTYPE rss [<!ENTITY a 'b'>]>", "<br>", "<b>", "</b>", "&lt;b&gt;",
        "&lt;/b&gt;", "&amp;lt;b&amp;gt;", "&amp;lt;/b&amp;gt;", "&a;", "&nbsp;", "&#0;", "&#xD800;", "&#x1F600;", "&#146;", "&amp;amp;", "&", "<", ">", "\"", "'", "/", "=",
        "xmlns=''", "xmlns:a=''", "xmlns:xml='x'", "a:b='c'", "xml:base='::'", "xml:base='../x'", "mode='base64'", "type='xhtml'", "<div xmlns='http://www.w3.org/1999/xhtml'>",
        "Fri, 06 Feb 2026 24:00:00 +2460", "2026-02-30", "99999-99-99", "2026年2月6日下午13:61", "1770372000", "9999999999999", "0000-00-00T00:00:00Z", "<ttl>-1</ttl>", "<hour>99</hour>",
        "https://a.example/%", "//[::1", "https://www.google.com/url?q=http%3A%2F%2F", "javascript:alert(1)", "http://xn--/", "\\u0000", "\\ud800", "{", "}", "[", "]", ",", ":", "null",
        "\"items\":[", "\"id\":", "\"url\":1e999", "人工智能", "\u200B", "\u202E", "\u0085", "\uFFFF", "\r", "\n", "\t", " ",
    ];

    private static readonly string[] Endings = [".xml", ".rss", ".atom", ".rdf", ".feed", ".json"];

    [Fact]
    public void A_damaged_feed_is_read_or_refused()
    {
        var folder = Environment.GetEnvironmentVariable("PIPELINE_FUZZ_FOLDER") ?? Cases.Folder("feeds");
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Endings.Contains(Path.GetExtension(file)) && Path.GetFileName(file) != "expected.json").Order(StringComparer.Ordinal);
        FuzzRun.Try(new Mutator([.. files.Select(File.ReadAllBytes)], Tokens).Mutant, Fault);
    }

    private static string? Fault(byte[] body)
    {
        var read = Read(body);
        if (Told(read) is var told && Told(Read(body)) != told)
            return "read twice, it is not the same";
        return read?.Entries.Select(entry => Fault(read.Kind, entry)).FirstOrDefault(fault => fault is not null);
    }

    private static Feed? Read(byte[] body)
    {
        try
        {
            return FeedParser.Parse(body);
        }
        catch (TroubleException)
        {
            return null;
        }
    }

    private static string? Fault(string kind, Entry entry)
    {
        if (string.IsNullOrWhiteSpace(entry.Id))
            return "an entry without an id";
        if (entry.Url is { } url && CanonicalUrl.Of(url) != url)
            return $"not canonical: {url}";
        if (entry.Title is not { } title)
            return null;
        if (title.Length == 0 || title != title.Trim() || title.Contains("  ", StringComparison.Ordinal) || title.Any(character => char.IsControl(character) && character < '\u0080'))
            return $"a title with controls or idle white space: {title}";
        // Atom says of a title that it is text, and means its tags then.
        return kind != "atom" && Tag().IsMatch(title) ? $"a title with tags: {title}" : null;
    }

    private static string Told(Feed? feed)
    {
        var told = new StringBuilder().Append(feed?.Kind).Append(feed?.Title).Append(feed?.Link).Append(feed?.Rhythm.Interval);
        foreach (var entry in feed?.Entries ?? [])
            told.Append(entry with { Categories = [] }).AppendJoin('|', entry.Categories).Append('\n');
        return told.ToString();
    }

    [GeneratedRegex("</(?:a|b|i|em|strong|span|p|div|h1)>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
