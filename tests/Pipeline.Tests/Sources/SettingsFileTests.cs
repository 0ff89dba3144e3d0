using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Pipeline.Model;
using Pipeline.Sources;
using Pipeline.Tests.Support;
using Quartz;

namespace Pipeline.Tests.Sources;

public class SettingsFileTests
{
    private const string OneSource = "sources: [{ name: Northlight Lab, url: 'https://northlight.example/feed.xml' }]\n";

    [Fact]
    public void Every_key_is_read()
    {
        var settings = Whole();

        Assert.Equal("每周观察", settings.Site.Title);
        Assert.Equal("zh-CN", settings.Site.Language);
        Assert.Equal(["AI", "weekly"], settings.Site.Tags);
        Assert.Equal("layouts/post.njk", settings.Site.Layout);
        Assert.Equal("eleventy", settings.Site.Generator);
        Assert.Equal(("raw", "raw_", "What we read"), (settings.Site.RawNewsFolder, settings.Site.RawNewsPrefix, settings.Site.RawNewsTitle));
        Assert.Equal(new WeekRule(DayOfWeek.Monday, TimeOnly.MinValue, TimeZoneInfo.FindSystemTimeZoneById("UTC")), settings.Week);
        Assert.Equal(new Schedule("0 0 * * * ?", "0 5 0 ? * MON"), settings.Schedule);
        Assert.Equal("治理与合规", Assert.Single(settings.Themes).Name);
        Assert.Equal(["监管", "regulation"], settings.Themes[0].Keywords);
        Assert.Equal(["Rules", "治理与合规"], new[] { "en", "zh-CN" }.Select(settings.Themes[0].NameIn));
        Assert.Null(settings.Model);
        Assert.Equal("https://northlight.example/robot", settings.Contact);
    }

    [Fact]
    public void Every_key_of_a_source_is_read()
    {
        var source = Assert.Single(Whole().Sources) with { Headers = new Source("", new Uri("https://any.example")).Headers, Keep = null, Drop = null };

        Assert.Equal(new Source("Northlight Lab", new Uri("https://northlight.example/feed.xml"))
        {
            Publisher = "Northlight",
            Language = "en",
            Weight = 2.5,
            Pages = false,
            AllowPrivate = true,
            Interval = TimeSpan.FromHours(2),
            Selector = "article .body",
        }, source);
    }

    [Fact]
    public void Every_key_of_a_role_is_read()
    {
        var role = Assert.Single(SettingsFile.Parse("roles: [{ name: 引航员, names: { en: Pilots }, words: [pilots], except: [pilot light], matters: [fairway, 航道] }]\n" + OneSource, "sources.yaml").Roles);

        Assert.Equal(("引航员", "Pilots"), (role.NameIn("zh-CN"), role.NameIn("en")));
        Assert.Equal([["pilots"], ["pilot light"], ["fairway", "航道"]], new[] { role.Words, role.Except, role.Matters });
    }

    [Fact]
    public void Every_key_of_a_rule_is_read()
    {
        var source = Assert.Single(Whole().Sources);

        Assert.Equal(["agent", "智能体"], source.Keep!.Words);
        Assert.Equal(@"(?i)\bmodel \d", source.Keep.Pattern);
        Assert.Equal(["News"], source.Keep.Categories);
        Assert.Equal(["en", "zh"], source.Keep.Languages);
        Assert.Equal(["webinar"], source.Drop!.Words);
        Assert.Null(source.Drop.Pattern);
    }

    [Fact]
    public void A_header_takes_its_secret_from_the_environment()
    {
        var headers = Assert.Single(Whole(name => name == "LAB_TOKEN" ? "s3cret" : null).Sources).Headers;

        Assert.Equal("Bearer s3cret", headers["authorization"]);
        Assert.Equal("desk", headers["X-Reader"]);
    }

    [Fact]
    public void Without_an_environment_a_header_stays_as_it_is_written() =>
        Assert.Equal("Bearer ${LAB_TOKEN}", Assert.Single(Whole().Sources).Headers["Authorization"]);

    /// <summary>The file that ships is the reference: the reader's own keys, as its faults name them, stand there, in use or in a remark.</summary>
    [Theory]
    [InlineData("1")]
    [InlineData("site: 1")]
    [InlineData("site: { raw-news: 1 }")]
    [InlineData("week: 1")]
    [InlineData("schedule: 1")]
    [InlineData("fetch: 1")]
    [InlineData("alerts: 1")]
    [InlineData("links: 1")]
    [InlineData("retention: 1")]
    [InlineData("themes: [1]")]
    [InlineData("roles: [1]")]
    [InlineData("aliases: [1]")]
    [InlineData("sources: [1]")]
    [InlineData("sources: [{ name: any, url: 'https://any.example', keep: 1 }]")]
    [InlineData("embeddings: 1")]
    [InlineData("analyst: { kind: model, providers: [1] }")]
    [InlineData("analyst: { kind: model, providers: [{ price: 1 }], budget: { tokens: 9000 } }")]
    [InlineData("analyst: { kind: model, providers: [], budget: 1 }")]
    public void The_shipped_file_explains_every_key(string yaml)
    {
        var shipped = Cases.Read("sources.yaml");
        var keys = Assert.Throws<SettingsException>(() => SettingsFile.Parse(yaml, "sources.yaml")).Faults
            .Select(fault => Regex.Match(fault.ToString(), "give it some of (.+), indented below it")).Where(match => match.Success)
            .SelectMany(match => match.Groups[1].Value.Split(", ")).ToList();

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Matches($@"(?m)(?:^ *(?:# *)?[ -]*|[{{,] ?){Regex.Escape(key)}:", shipped));
    }

    [Fact]
    public void The_shipped_files_language_model_can_be_taken_as_it_stands()
    {
        var block = Regex.Match(Cases.Read("sources.yaml"), @"(?m)^# analyst:\n(?:# .*\n)+").Value;

        var settings = SettingsFile.Parse(OneSource + Regex.Replace(block, "(?m)^# ", ""), "sources.yaml");

        Assert.Equal("large-1", Assert.Single(settings.Model!.Providers).Model);
        Assert.Equal(new ModelSettings(settings.Model.Providers) { Money = 2 }, settings.Model);
    }

    [Fact]
    public void The_shipped_files_embedding_model_can_be_taken_as_it_stands()
    {
        var block = Regex.Match(Cases.Read("sources.yaml"), @"(?m)^# embeddings:\n(?:# .*\n)+").Value;

        var settings = SettingsFile.Parse(OneSource + Regex.Replace(block, "(?m)^# ", ""), "sources.yaml");

        Assert.Equal(new EmbeddingSettings(new Uri("https://models.example/v1"), "embed-1") { KeyVariable = "MODEL_KEY" }, settings.Embeddings);
    }

    [Fact]
    public void Every_key_of_the_embeddings_is_read() => Assert.Equal(
        new EmbeddingSettings(new Uri("http://127.0.0.1:11434/v1"), "small-1") { Timeout = TimeSpan.FromSeconds(20), Batch = 8, TimeLimit = TimeSpan.FromMinutes(3) },
        SettingsFile.Parse("embeddings: { endpoint: 'http://127.0.0.1:11434/v1', model: small-1, timeout: 20s, batch: 8, time-limit: 3m }\n" + OneSource, "sources.yaml").Embeddings);

    [Fact]
    public void The_pace_and_the_patience_of_fetching_are_read()
    {
        Assert.Equal((TimeSpan.FromMilliseconds(250), TimeSpan.FromMinutes(1)), (Whole().Pace, Whole().FetchTimeout));
        Assert.Equal((TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(30)), (Usual().Pace, Usual().FetchTimeout));
        Assert.Equal(TimeSpan.Zero, SettingsFile.Parse("fetch: { pace: 0s }\n" + OneSource, "sources.yaml").Pace);
        Assert.Equal((32, 8), (Usual().Concurrency, SettingsFile.Parse("fetch: { concurrency: 8 }\n" + OneSource, "sources.yaml").Concurrency));

        static Settings Usual() => SettingsFile.Parse(OneSource, "sources.yaml");
    }

    [Fact]
    public void No_fault_shows_a_headers_value()
    {
        var path = Path.Combine(Cases.Folder("sources", "bad-headers"), "sources.yaml");
        var faults = Assert.Throws<SettingsException>(() => SettingsFile.Load(path, variable: _ => "s3cret\n")).Message;

        Assert.DoesNotContain("s3cret", faults, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secret", faults, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Browser", faults, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var settings = SettingsFile.Parse(OneSource, "sources.yaml");

        Assert.Equal(new Site().Title, settings.Site.Title);
        Assert.Equal(WeekRule.Default, settings.Week);
        Assert.Equal(new Schedule("0 0/30 * * * ?", "0 5 18 ? * FRI"), settings.Schedule);
        Assert.Empty(settings.Themes);
        Assert.Null(settings.Contact);
        Assert.Equal(new Source("Northlight Lab", new Uri("https://northlight.example/feed.xml")), Assert.Single(settings.Sources));
    }

    [Theory]
    [InlineData("monday 00:00", "0 5 0 ? * MON")]
    [InlineData("saturday 23:57", "0 2 0 ? * SUN")]
    [InlineData("WEDNESDAY 9:30", "0 35 9 ? * WED")]
    public void A_week_is_published_five_minutes_after_it_ends(string ends, string publish) =>
        Assert.Equal(publish, SettingsFile.Parse($"week: {{ ends: '{ends}' }}\n{OneSource}", "sources.yaml").Schedule.Publish);

    [Fact]
    public void Paths_are_relative_to_the_file()
    {
        var settings = SettingsFile.Parse("digests: ../out\n" + OneSource, Path.Combine("desk", "sources.yaml"));

        Assert.Equal(Path.Combine("desk", ".pipeline", "archive.db"), settings.Archive);
        Assert.Equal(Path.Combine("desk", "../out"), settings.Digests);
    }

    [Fact]
    public void An_archive_with_a_scheme_is_no_path() =>
        Assert.Equal("postgres://db.example/pipeline", SettingsFile.Parse("archive: postgres://db.example/pipeline\n" + OneSource, "desk/sources.yaml").Archive);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("zh-CN")]
    [InlineData("de-DE")]
    public void The_machines_culture_changes_nothing(string culture)
    {
        const string yaml = """
            site: { language: ZH-cn, tags: [IT, it] }
            week: { ends: FRIDAY 18:00 }
            sources:
              - { name: ISTANBUL, url: 'https://a.example/', weight: 2.5, language: IT, pages: False }
              - { name: istanbul, url: 'https://B.example/' }
              - { name: C, url: 'https://b.example/', weight: '2,5' }
            """;
        var before = (CultureInfo.CurrentCulture, FaultsOf(yaml));
        try
        {
            CultureInfo.CurrentCulture = Culture(culture);
            Assert.Equal(4, before.Item2.Count);
            Assert.Equal(before.Item2, FaultsOf(yaml));
            Assert.Equal(2.5, Whole().Sources[0].Weight);
        }
        finally
        {
            CultureInfo.CurrentCulture = before.CurrentCulture;
        }
    }

    [Fact]
    public void A_file_that_is_missing_says_how_to_make_one()
    {
        var fault = FaultOf(Path.Combine(Cases.Root, "no-such-folder", "sources.yaml"));

        Assert.Equal((0, "there is no such file"), (fault.Line, fault.What));
        Assert.Contains("copy the sources.yaml", fault.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_no_file() => Assert.StartsWith("this is a folder", FaultOf(Cases.Root).What, StringComparison.Ordinal);

    [Theory]
    [InlineData(10_000_000, false)]
    [InlineData(10_000_001, true)]
    public void Ten_megabytes_are_read_and_a_byte_more_is_not(int size, bool refused)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, OneSource + "#" + new string('x', size - OneSource.Length - 1));
            var fault = Record.Exception(() => SettingsFile.Load(path)) as SettingsException;
            Assert.Equal(refused ? "the file is larger than 10 MB" : null, fault?.Faults[0].What);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_message_has_a_line_for_each_fault() =>
        Assert.Equal(
            """
            sources.yaml:1:1: unknown key 'a'; known here are site, week, schedule, themes, roles, aliases, analyst, embeddings, sources, archive, digests, contact, fetch, alerts, links, retention
            sources.yaml:2:10: 'sources' has no values; begin each of its values with '- ' on a line of its own
            """,
            Assert.Throws<SettingsException>(() => SettingsFile.Parse("a: 1\nsources: []", "sources.yaml")).Message);

    [Fact]
    public void The_list_that_ships_is_sound()
    {
        var settings = SettingsFile.Load(Path.Combine(Cases.Root, "sources.yaml"),
            text => CronExpression.TryParse(text, out _) ? null : "the scheduler can't read it");

        Assert.InRange(settings.Sources.Count, 30, 60);
        Assert.Contains(settings.Sources, source => source.Language == "zh");
        Assert.Equal(8, settings.Themes.Count);
        Assert.All(settings.Themes, guide => Assert.InRange(guide.Keywords.Count, 15, 35));
        Assert.Equal(Schedule.For(settings.Week), settings.Schedule);
        Assert.DoesNotContain(settings.Sources, source => source.AllowPrivate);
    }

    [Fact]
    public void Whatever_the_file_holds_the_answer_is_settings_or_faults()
    {
        var whole = Cases.Read("tests", "Cases", "sources", "whole-file", "sources.yaml");
        var edit = Gen.Select(Gen.Int[0, whole.Length], Gen.Int[0, 20], Gen.Char[":-{}[]&*!|>'\"%@`#,?~ \t\n\r\0aé中\uD83D"].Array[0, 6]);
        edit.List[1, 5].Sample(edits => Answer(Edited(whole, edits)));
    }

    /// <summary>Where the machine has no cultures, one that at least writes 2,5.</summary>
    private static CultureInfo Culture(string name)
    {
        try
        {
            return new CultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = (",", ".");
            return culture;
        }
    }

    /// <summary>Any other exception is for the test to fail with.</summary>
    private static void Answer(string yaml)
    {
        try
        {
            SettingsFile.Parse(yaml, "sources.yaml");
        }
        catch (SettingsException)
        {
        }
    }

    private static string Edited(string text, IEnumerable<(int At, int Cut, char[] Put)> edits)
    {
        foreach (var (at, cut, put) in edits)
        {
            var start = Math.Min(at, text.Length);
            text = text[..start] + new string(put) + text[Math.Min(start + cut, text.Length)..];
        }

        return text;
    }

    private static Settings Whole(Func<string, string?>? variable = null) =>
        SettingsFile.Load(Path.Combine(Cases.Folder("sources", "whole-file"), "sources.yaml"), variable: variable);

    private static Fault FaultOf(string path) => Assert.Single(Assert.Throws<SettingsException>(() => SettingsFile.Load(path)).Faults);

    private static IReadOnlyList<Fault> FaultsOf(string yaml) =>
        Assert.Throws<SettingsException>(() => SettingsFile.Parse(yaml, "sources.yaml")).Faults;
}
