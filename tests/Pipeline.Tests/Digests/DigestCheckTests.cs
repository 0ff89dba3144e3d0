using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pipeline.Digests;
using Pipeline.Model;

namespace Pipeline.Tests.Digests;

/// <summary>The check must miss whatever is taken away from a sound week, and say where.</summary>
public sealed partial class DigestCheckTests : IDisposable
{
    private readonly PublishedSample chinese = new("zh-CN");
    private readonly PublishedSample english = new("en");

    public void Dispose()
    {
        chinese.Dispose();
        english.Dispose();
    }

    [Fact]
    public void A_week_as_it_was_written_is_sound()
    {
        Assert.Empty(chinese.Check());
        Assert.Empty(english.Check());
    }

    [Theory]
    [InlineData(PublishedSample.Digest)]
    [InlineData(PublishedSample.News)]
    [InlineData("archive/index.md")]
    public void Every_link_is_missed_on_its_line(string path) => Both(sample =>
    {
        var text = sample.Text(path);
        foreach (var link in Links().Matches(text).ToArray())
        {
            AssertNamed(sample.CheckWith(path, text.Remove(link.Index, link.Length).Insert(link.Index, link.Groups[1].Value)), path, LineOf(text, link.Index), link.Value);
            AssertNamed(sample.CheckWith(path, text.Remove(link.Index, link.Length)), path, LineOf(text, link.Index), link.Value);
        }
    });

    [Theory]
    [InlineData(PublishedSample.Digest)]
    [InlineData(PublishedSample.News)]
    public void A_link_to_another_anchor_is_noticed(string path) => Both(sample =>
    {
        var text = sample.Text(path);
        foreach (var fragment in Fragments().Matches(text).ToArray())
        {
            var other = fragment.Value is "#n01)" ? "#n07)" : fragment.Value[1] == 't' ? "#t9)" : "#n01)";
            AssertNamed(sample.CheckWith(path, text.Remove(fragment.Index, fragment.Length).Insert(fragment.Index, other)), path, LineOf(text, fragment.Index), fragment.Value);
        }
    });

    [Theory]
    [InlineData(PublishedSample.Digest)]
    [InlineData(PublishedSample.News)]
    public void Every_anchor_is_missed(string path) => Both(sample =>
    {
        var text = sample.Text(path);
        foreach (var anchor in Anchors().Matches(text).ToArray())
        {
            var findings = sample.CheckWith(path, text.Remove(anchor.Index, anchor.Length));
            Assert.Contains(findings, finding => finding.File == path && finding.What.Contains($"'{anchor.Groups[1].Value}'", StringComparison.Ordinal));
        }
    });

    [Fact]
    public void Every_piece_of_evidence_taken_from_the_data_is_missed_where_it_stood() => Both(sample =>
    {
        var text = sample.Text(PublishedSample.Data);
        var claims = JsonNode.Parse(text)!["claims"]!.AsArray();
        foreach (var claim in Enumerable.Range(0, claims.Count))
            foreach (var piece in Enumerable.Range(0, claims[claim]!["evidence"]!.AsArray().Count))
            {
                var (spoilt, line) = Without(text, ["claims", claim, "evidence", piece]);
                var findings = sample.CheckWith(PublishedSample.Data, spoilt);
                Assert.Contains(findings, finding => finding.File == PublishedSample.Data && finding.Line <= line && finding.Line > line - 20
                    && finding.What.StartsWith($"claims[{claim}].evidence", StringComparison.Ordinal));
            }
    });

    [Fact]
    public void Every_value_taken_from_the_data_is_missed() => Both(sample =>
    {
        var text = sample.Text(PublishedSample.Data);
        foreach (var path in Paths(JsonNode.Parse(text)!, []))
            Assert.True(sample.CheckWith(PublishedSample.Data, Without(text, path).Text).Count > 0, $"without {string.Join('/', path)} the check is content");
    });

    [Fact]
    public void Every_line_taken_from_a_page_is_missed() => Both(sample =>
    {
        foreach (var path in new[] { PublishedSample.Digest, PublishedSample.News })
        {
            var lines = sample.Text(path).Split('\n');
            foreach (var index in Enumerable.Range(0, lines.Length).Where(index => IsContent(lines[index])))
                Assert.True(
                    sample.CheckWith(path, string.Join('\n', lines.Where((_, other) => other != index))).Any(finding => finding.File == path),
                    $"without '{lines[index]}' the check is content");
        }
    });

    [Fact]
    public void A_changed_sentence_is_noticed_on_both_pages()
    {
        AssertNamed(chinese.CheckWith(PublishedSample.Digest, chinese.Text(PublishedSample.Digest).Replace("五百万元", "六百万元", StringComparison.Ordinal)), PublishedSample.Digest, 0, "t2-impact-1");
        AssertNamed(chinese.CheckWith(PublishedSample.News, chinese.Text(PublishedSample.News).Replace("14 of 100", "40 of 100", StringComparison.Ordinal)), PublishedSample.News, 0, "n04");
    }

    [Theory]
    [InlineData("\"value\": 3,", "\"value\": 4,", "says 4 publishers, but there are 3")]
    [InlineData("\"accepted\": true", "\"accepted\": false", "did not accept")]
    [InlineData("\"text\": \"违者最高罚款五百万元。\"", "\"text\": \"违者最高罚款一亿元。\"", "does not bear 't2-impact-1'")]
    [InlineData("\"quotation\": \"违者最高罚款五百万元。\"", "\"quotation\": \"违者最高罚款八百万元。\"", "does not stand in the excerpt of n05")]
    [InlineData("\"kind\": \"case\"", "\"kind\": \"rumour\"", "must be one of")]
    [InlineData("\"format\": 1", "\"format\": 2", "must be 1")]
    [InlineData("\"id\": \"n03\"", "\"id\": \"n02\"", "is defined twice")]
    [InlineData("\"id\": \"n03\"", "\"id\": \"x3\"", "must match")]
    [InlineData("\"also\": []", "\"also\": [], \"more\": 1", "no such member")]
    public void A_wrong_value_in_the_data_is_named(string from, string to, string what)
    {
        var text = chinese.Text(PublishedSample.Data);
        var index = text.IndexOf(from, StringComparison.Ordinal);
        var findings = chinese.CheckWith(PublishedSample.Data, text.Remove(index, from.Length).Insert(index, to));

        Assert.Contains(findings, finding => finding.What.Contains(what, StringComparison.Ordinal) && finding.File == PublishedSample.Data);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "HtmlBlock")]
    [InlineData("A <b>bold</b> word", "HtmlInline")]
    [InlineData("![image](https://pictures.example/1.png)", "LinkInline")]
    [InlineData("Some *emphasis*", "EmphasisInline")]
    [InlineData("Some `code`", "CodeInline")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |", "Table")]
    [InlineData("> quoted", "QuoteBlock")]
    [InlineData("### Another heading", "the data accounts for")]
    [InlineData("Some **bold** word", "'bold' is bold")]
    [InlineData("See [this](https://elsewhere.example/)", "belongs to no claim")]
    public void What_the_data_does_not_account_for_is_named(string markdown, string what)
    {
        var text = english.Text(PublishedSample.Digest);
        var at = text.IndexOf("### Theme 2", StringComparison.Ordinal);
        var findings = english.CheckWith(PublishedSample.Digest, text.Insert(at, markdown + "\n\n"));

        Assert.Contains(findings, finding => finding.File == PublishedSample.Digest && finding.What.Contains(what, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("date: 2026-02-06", "date: \"2026-02-06\"", "must not be quoted")]
    [InlineData("date: 2026-02-06", "date: 2026-02-07", "date must be '2026-02-06'")]
    [InlineData("scheduled: 2026-02-06\n", "", "the keys must be")]
    [InlineData("  - AI", "  - 人工智能", "ASCII")]
    [InlineData("layout: layouts/post.njk", "layout:", "layout must not be empty")]
    [InlineData("title: 本周", "title: 上周", "title must be")]
    [InlineData("---\ntitle", "title", "must begin with front matter")]
    [InlineData("title: 本周", "title: [本周", "front matter: ")]
    public void Wrong_front_matter_is_named(string from, string to, string what)
    {
        var text = chinese.Text(PublishedSample.Digest);
        var index = text.IndexOf(from, StringComparison.Ordinal);
        var findings = chinese.CheckWith(PublishedSample.Digest, text.Remove(index, from.Length).Insert(index, to));

        Assert.Contains(findings, finding => finding.File == PublishedSample.Digest && finding.What.Contains(what, StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_file_is_named() => Assert.All(
        SampleWeek.Files("zh-CN").Select(file => file.Path),
        path => Assert.Contains(chinese.CheckWithout(path), finding => finding.File == path));

    [Fact]
    public void A_hand_edit_that_changes_nothing_else_is_noticed_by_the_hash()
    {
        using var sample = new PublishedSample("en");
        Assert.Empty(sample.CheckWith(PublishedSample.Digest, sample.Text(PublishedSample.Digest) + "\n"));
    }

    [Fact]
    public void A_week_that_was_never_published_is_named() => Assert.Contains(
        DigestCheck.Run(Path.GetTempPath(), WeekLabel.Parse("2026-W07"), (_, _) => Verdict.Pass),
        finding => finding.File == "manifest.json");

    [Theory]
    [InlineData("{", "manifest.json, line")]
    [InlineData("{\"version\": 1}", "weeks")]
    [InlineData("{\"version\": 1, \"weeks\": null}", "weeks")]
    [InlineData("{\"version\": 2, \"weeks\": []}", "version is 2")]
    [InlineData("[]", "manifest.json, line 1")]
    public void A_manifest_of_another_shape_is_refused_with_its_reason(string json, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => Manifest.Parse(json)).Message, StringComparison.Ordinal);

    private void Both(Action<PublishedSample> test)
    {
        test(chinese);
        test(english);
    }

    private static void AssertNamed(IReadOnlyList<Finding> findings, string path, int line, string what)
    {
        var found = line > 0
            ? findings.Any(finding => finding.File == path && finding.Line == line)
            : findings.Any(finding => finding.File == path && finding.What.Contains(what, StringComparison.Ordinal));
        Assert.True(found, $"nothing is said of {what} in {path}:{line}, but:\n{string.Join('\n', findings)}");
    }

    /// <summary>Not the template's own words, which only the hash misses.</summary>
    private static bool IsContent(string line) => line.Trim() is not ("" or "影响判断：" or "Impact:");

    private static int LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    private static (string Text, int Line) Without(string text, object[] path)
    {
        var root = JsonNode.Parse(text)!;
        var around = path[..^1].Aggregate(root, (node, step) => step is int index ? node[index]! : node[(string)step]!);
        if (path[^1] is int position)
            around.AsArray().RemoveAt(position);
        else
            around.AsObject().Remove((string)path[^1]);
        var spoilt = root.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Replace("<", "\\u003C", StringComparison.Ordinal);
        var (before, after) = (text.Split('\n'), spoilt.Split('\n'));
        return (spoilt, Enumerable.Range(0, after.Length).First(index => before[index] != after[index]) + 1);
    }

    private static IEnumerable<object[]> Paths(JsonNode? node, object[] path) => (node switch
    {
        JsonObject members => members.SelectMany(member => Paths(member.Value, [.. path, member.Key])),
        JsonArray elements => elements.SelectMany((element, index) => Paths(element, [.. path, index])),
        _ => [],
    }).Concat(path.Length == 0 ? [] : [path]);

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"#[nt][0-9]+\)")]
    private static partial Regex Fragments();

    [GeneratedRegex("<a id=\"([a-z0-9]+)\"></a>")]
    private static partial Regex Anchors();
}
