using CsCheck;
using Pipeline.Model;
using Pipeline.Sources;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Sources;

public class SourceListTests
{
    private const string One = "sources:\n  - name: A\n    url: https://a.example/\n";

    private static readonly Source New = new("New Lab", new Uri("https://new.example/feed"));

    [Theory]
    [InlineData(One, "|  - name: New Lab\n    url: https://new.example/feed\n")]
    [InlineData("sources:\n- name: A\n  url: https://a.example/\n", "|- name: New Lab\n  url: https://new.example/feed\n")]
    [InlineData("sources:\n      -   name: A\n          url: https://a.example/", "\n|      -   name: New Lab\n          url: https://new.example/feed\n")]
    [InlineData("sources:\n  -\n    name: A\n    url: https://a.example/\n", "|  - name: New Lab\n    url: https://new.example/feed\n")]
    [InlineData("sources:\n  - { name: A, url: 'https://a.example/' }\n", "|  - name: New Lab\n    url: https://new.example/feed\n")]
    [InlineData("sources:\n  - { name: A,\n      url: 'https://a.example/' } # why\n", "|  - name: New Lab\n    url: https://new.example/feed\n")]
    [InlineData("\"sources\": # the list\n  - url: \"https://a.example/\"\n    name: >-\n      A long\n      name\n\n\n", "|\n\n")]
    public void A_source_is_added_in_the_form_that_the_list_has(string yaml, string tail)
    {
        var edit = Add(yaml);

        if (tail == "|\n\n")
            Assert.Equal(yaml[..^2] + "  - name: New Lab\n    url: https://new.example/feed\n\n\n", edit.Text);
        else
            Assert.Equal(yaml + tail.Replace("|", ""), edit.Text);
        Assert.StartsWith(edit.Added.Split('\n')[0], edit.Text.Split('\n')[edit.Line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_else_changes()
    {
        const string Before = """
            # 剪报 — the desk's own list
            site:   { title: "本周",   language: zh-CN }   # odd spaces stay

            sources:      # feeds

              # Labs
              - name: 'A'     # quoted so
                url:  https://a.example/feed
                weight: 1.50

              - url: "https://b.example/feed"
                name: 雷峰网
                # language: zh
              # - name: Was here
              #   url: https://was.example/

            """;
        const string After = """

            # The week
            week: { ends: friday 18:00 }
            themes:
                - name: X
                  keywords: [a]
            """;

        Assert.Equal(Before + "\n  - name: New Lab\n    url: https://new.example/feed\n" + After, Add(Before + After).Text);
    }

    [Fact]
    public void Line_endings_are_the_files_own()
    {
        const string yaml = "sources:\r\n  - name: A\r\n    url: https://a.example/\r\n\r\nweek: { zone: UTC }\r\n";

        var edit = Add(yaml);

        Assert.Equal("sources:\r\n  - name: A\r\n    url: https://a.example/\r\n  - name: New Lab\r\n    url: https://new.example/feed\r\n\r\nweek: { zone: UTC }\r\n", edit.Text);
        Assert.Equal(4, edit.Line);
    }

    [Theory]
    [InlineData("sources:\nweek: { zone: UTC }\n", "sources:\n  - name: New Lab\n    url: https://new.example/feed\nweek: { zone: UTC }\n")]
    [InlineData("sources: # none yet", "sources: # none yet\n  - name: New Lab\n    url: https://new.example/feed\n")]
    [InlineData("week: { zone: UTC }", "week: { zone: UTC }\nsources:\n  - name: New Lab\n    url: https://new.example/feed\n")]
    public void A_list_is_begun_where_there_is_none(string yaml, string text) => Assert.Equal(text, Add(yaml).Text);

    [Theory]
    [InlineData("sources: [{ name: A, url: 'https://a.example/' }]\n")]
    [InlineData("sources:\n  [{ name: A, url: 'https://a.example/' }]\n")]
    [InlineData("{ sources: [{ name: A, url: 'https://a.example/' }] }\n")]
    public void A_list_in_brackets_is_refused(string yaml) =>
        Assert.Contains("in brackets", Assert.Throws<TroubleException>(() => Add(yaml)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_with_faults_is_not_touched() =>
        Assert.Throws<SettingsException>(() => Add(One + "colour: red\n"));

    [Theory]
    [InlineData("{ week: { zone: UTC } }")]
    [InlineData("week: { zone: UTC }\n...\n")]
    public void A_form_that_does_not_read_back_is_refused(string yaml) =>
        Assert.ThrowsAny<Exception>(() => Add(yaml));

    [Fact]
    public void A_source_is_written_with_what_it_has()
    {
        var source = New with { Language = "zh", Weight = 1.5, AllowPrivate = true };

        Assert.Equal("  - name: New Lab\n    url: https://new.example/feed\n    language: zh\n    weight: 1.5\n    allow-private: true\n", Read(One).With([source]).Added);
    }

    [Fact]
    public void A_wrong_value_is_told_and_nothing_is_added()
    {
        var refused = Assert.Throws<TroubleException>(() => Read(One).With([New with { Weight = 11 }]));

        Assert.StartsWith("nothing was added: the weight is '11'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_double_is_found_with_its_line_however_it_is_spelt()
    {
        var list = Read("# a remark\n" + One);

        Assert.Equal(4, list.Find(new Uri("http://www.A.example:80/#top"))?.UrlLine);
        Assert.Equal(3, list.Find("ａ")?.NameLine);
        Assert.Null(list.Find(new Uri("https://a.example/other")));
    }

    [Theory]
    [InlineData("True: or not")]
    [InlineData("yes")]
    [InlineData("2026")]
    [InlineData("1.5")]
    [InlineData("- dash")]
    [InlineData("#hash")]
    [InlineData("a #remark")]
    [InlineData("ends:")]
    [InlineData("\"quoted\"")]
    [InlineData("it's")]
    [InlineData("back\\slash \\n")]
    [InlineData("{{ braces }} [x] & *x | > ! % @ `")]
    [InlineData("量子位：前沿 #1")]
    [InlineData("😀 emoji")]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("=")]
    public void Any_name_reads_back(string name) => Assert.Equal(name, NameAfterAdding(name));

    [Fact]
    public void Whatever_a_feed_calls_itself_reads_back() =>
        Gen.String.Select(SourceName.Of).Where(name => name is not null && SourceName.Key(name) != "a").Sample(name => NameAfterAdding(name!) == name);

    [Fact]
    public void Each_edit_of_the_file_that_ships_keeps_every_line()
    {
        var yaml = Cases.Read("sources.yaml");

        var edit = Add(yaml);

        var lines = edit.Text.Split('\n').ToList();
        lines.RemoveRange(edit.Line - 2, 3);
        Assert.Equal(yaml, string.Join('\n', lines));
        Assert.Equal(SettingsFile.Parse(yaml, "s").Sources.Count + 1, SettingsFile.Parse(edit.Text, "s").Sources.Count);
    }

    private static string NameAfterAdding(string name) =>
        SettingsFile.Parse(Read(One).With([New with { Name = name }]).Text, "sources.yaml").Sources[1].Name;

    private static SourceListEdit Add(string yaml) => Read(yaml).With([New]);

    private static SourceList Read(string yaml) => SourceList.Read(yaml, "sources.yaml");
}
