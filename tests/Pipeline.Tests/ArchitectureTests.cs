using System.Reflection;
using System.Text.RegularExpressions;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests;

/// <summary>What keeps the parts apart, beyond what the compiler checks: two projects are one border, the folders are the others.</summary>
public partial class ArchitectureTests
{
    private static readonly string[] Stages = ["Sources", "Fetching", "Feeds", "Clipping", "Stories", "Themes", "Analysis", "Digests"];

    /// <summary>What every stage may name.</summary>
    private static readonly string[] Shared = ["Model", "Linguistics", "Templating"];

    private static readonly Assembly Library = typeof(Article).Assembly;

    public static TheoryData<string> Parts => [.. Stages, .. Shared];

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_names_the_model_the_linguistics_and_itself(string part)
    {
        var strangers = Files("src", "Pipeline", part).SelectMany(file => Strangers(part, File.ReadAllText(file)).Select(name => $"{Shown(file)} names {name}"));

        Assert.Empty(strangers);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_knows_no_store_no_log_and_no_clock(string part)
    {
        // The archive is the model's own port, and Fetching waits: politeness takes a clock.
        var foreign = ForeignServices().ToString() + (part == "Fetching" ? "" : @"|\b(?:TimeProvider|HttpClient|Stopwatch)\b");
        var users = Files("src", "Pipeline", part)
            .Where(file => Path.GetFileName(file) != "IArchive.cs" && Regex.IsMatch(File.ReadAllText(file), foreign, RegexOptions.CultureInvariant));

        Assert.Empty(users.Select(Shown));
    }

    /// <summary>The system's is chosen where a verb begins; a test puts its own in its place there.</summary>
    [Theory]
    [InlineData("Schedule")]
    [InlineData("Reports")]
    [InlineData("Web")]
    public void What_a_verb_starts_takes_the_clock_that_it_is_given(string part) =>
        Assert.Empty(Files("src", "Pipeline.Host", part).Where(file => File.ReadAllText(file).Contains("TimeProvider.System", StringComparison.Ordinal)).Select(Shown));

    [Theory]
    [InlineData("using Pipeline.Themes;", "Themes")]
    [InlineData("using static Pipeline.Themes.ThemeFinder;", "Themes")]
    [InlineData("using X = Pipeline.Digests.Y;", "Digests")]
    [InlineData("_ = new global::Pipeline.Feeds.Reader();", "Feeds")]
    [InlineData("using Themes;", "Themes")]
    [InlineData("var settings = Sources.SettingsFile.Load(path);", "Sources")]
    [InlineData("using Pipeline.Host.Storage;", "Host")]
    [InlineData("await Pipeline.Newsroom.CollectAsync();", "Newsroom")]
    public void A_stranger_is_found_in_every_spelling(string code, string stranger) => Assert.Equal([stranger], Strangers("Stories", code));

    [Theory]
    [InlineData("using Pipeline.Model;")]
    [InlineData("using Pipeline.Stories;")]
    [InlineData("var count = grouping.Themes.Count + Themes.Count + Sources.First;")]
    [InlineData("Polly.ResiliencePipeline pipeline = ResiliencePipeline.Empty;")]
    public void What_only_looks_like_a_stranger_is_left_alone(string code) => Assert.Empty(Strangers("Stories", code));

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void Folder_and_namespace_agree(string top)
    {
        var astray = Files(top).Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).Where(file => Astray(file, top));

        Assert.Empty(astray.Select(Shown));
    }

    [Theory]
    [InlineData("Microsoft.Data")]
    [InlineData("System.Data.SqlClient")]
    [InlineData("SQLitePCL")]
    [InlineData("Npgsql")]
    [InlineData("Dapper")]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("Quartz")]
    public void The_library_has_no_store_web_server_or_scheduler(string prefix)
    {
        Assert.DoesNotContain(Library.GetReferencedAssemblies(), name => name.Name!.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotMatch($"\"{Regex.Escape(prefix)}[^\"]*\": *\\{{", Cases.Read("src", "Pipeline", "packages.lock.json"));
        Assert.DoesNotContain($"Include=\"{prefix}", Cases.Read("src", "Pipeline", "Pipeline.csproj"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void Nothing_leans_on_the_machine_it_was_written_on(string top)
    {
        var leaning = Files(top).Where(file => CodeFile().IsMatch(file) && MachinePath().IsMatch(File.ReadAllText(file)));

        Assert.Empty(leaning.Select(Shown));
    }

    [Fact]
    public void A_folder_that_is_gone_is_not_passed_over() => Assert.Throws<DirectoryNotFoundException>(() => Files("src", "Pipeline", "Nowhere").ToList());

    /// <summary>The stages and hosts that a part's code names and must not: by using, in full, or by a type behind a short name.</summary>
    private static IEnumerable<string> Strangers(string part, string code)
    {
        var full = QualifiedName().Matches(code).Select(match => match.Groups[1].Value)
            .Where(name => Stages.Contains(name, StringComparer.Ordinal) || name is "Host" or "Newsroom");
        var shortened = Stages.Where(stage => Regex.IsMatch(code, $@"\busing\s+(?:static\s+)?{stage}\b", RegexOptions.CultureInvariant)
            || Regex.Matches(code, $@"(?<![\w.]){stage}\.(\w+)", RegexOptions.CultureInvariant).Any(match => IsType(stage, match.Groups[1].Value)));
        return full.Concat(shortened).Where(name => name != part).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Tells the namespace <c>Themes.</c> from a property of that name.</summary>
    private static bool IsType(string stage, string name) => Library.GetTypes().Any(type => type.Namespace == $"Pipeline.{stage}" && type.Name == name);

    private static bool Astray(string file, string top)
    {
        var folder = Path.GetRelativePath(Path.Combine(Cases.Root, top), Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');
        var match = Namespace().Match(File.ReadAllText(file));
        return match.Success && match.Groups[1].Value != folder;
    }

    /// <exception cref="DirectoryNotFoundException">There is no such folder: one that was renamed would else be looked through no more.</exception>
    private static IEnumerable<string> Files(params string[] folder) =>
        Directory.EnumerateFiles(Path.Combine([Cases.Root, .. folder]), "*", SearchOption.AllDirectories).Where(file => !BuildFolder().IsMatch(Shown(file))).Order(StringComparer.Ordinal);

    private static string Shown(string file) => Path.GetRelativePath(Cases.Root, file).Replace(Path.DirectorySeparatorChar, '/');

    [GeneratedRegex(@"\bPipeline\.(\w+)")]
    private static partial Regex QualifiedName();

    [GeneratedRegex(@"^namespace\s+([\w.]+)\s*;", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\b(?:IArchive|ILogger|ILoggerFactory)\b|\bConsole\.|\bEnvironment\.(?:GetEnvironmentVariable|MachineName|UserName)\b")]
    private static partial Regex ForeignServices();

    [GeneratedRegex(@"(?:^|/)(?:bin|obj)/")]
    private static partial Regex BuildFolder();

    [GeneratedRegex(@"\.(?:cs|csproj|json|ya?ml|md|sh|liquid|txt|props)\z")]
    private static partial Regex CodeFile();

    /// <summary>Written so that this file isn't one of them.</summary>
    [GeneratedRegex(@"\.\./[s]hared\b|(?<![\w.\-])/[w]ork/|(?<![\w.\-])/(?:home|root|Users)/[a-z]+/[\w.]|\b[A-Z]:\\Users\\")]
    private static partial Regex MachinePath();
}
