using System.Text;
using CsCheck;
using Pipeline.Digests;
using Pipeline.Model;

namespace Pipeline.Tests.Digests;

public sealed class DigestFolderTests : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("pipeline-digests-");
    private readonly DigestFolder digests;

    public DigestFolderTests() => digests = new DigestFolder(Root);

    private string Root => Path.Combine(home.FullName, "site", "digests");

    public void Dispose() => home.Delete(recursive: true);

    [Fact]
    public void Files_are_written_with_their_folders_and_staging_is_gone()
    {
        var replaced = digests.Replace([Output("2026-W06/index.md", "本周"), Output("manifest.json", "{}")]);

        Assert.Equal(["2026-W06/index.md", "manifest.json"], replaced);
        Assert.Equal("本周", Read("2026-W06/index.md"));
        Assert.Equal(["digests"], Names(Path.GetDirectoryName(Root)!));
        Assert.Equal(["2026-W06", "manifest.json"], Names(Root));
    }

    [Fact]
    public void Files_come_into_place_in_the_order_given_and_whole()
    {
        digests.Replace([Output("b.md", "old b"), Output("a/a.md", "old a"), Output("c.md", "old c")]);
        var seen = new List<string>();

        digests.Replace(
            [Output("b.md", "new b"), Output("a/a.md", "new a"), Output("c.md", "new c")],
            path => seen.Add($"{path}: {Read("b.md")}, {Read("a/a.md")}, {Read("c.md")}"));

        Assert.Equal(["b.md: new b, old a, old c", "a/a.md: new b, new a, old c", "c.md: new b, new a, new c"], seen);
    }

    [Fact]
    public void Every_file_is_staged_before_the_first_is_replaced()
    {
        var staged = new List<string>();

        digests.Replace([Output("a.md", "a"), Output("b.md", "b"), Output("c.md", "c")], _ => staged.Add(string.Join(' ', Names(digests.Staging))));

        Assert.Equal(["b.md c.md", "c.md", ""], staged);
        Assert.Equal(Path.Combine(Path.GetDirectoryName(Root)!, ".digests-staging"), digests.Staging);
    }

    [Fact]
    public void A_file_with_the_same_bytes_is_not_touched()
    {
        digests.Replace([Output("same.md", "same"), Output("other.md", "1234")]);
        var before = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(Path.Combine(Root, "same.md"), before);
        File.SetLastWriteTimeUtc(Path.Combine(Root, "other.md"), before);

        var replaced = digests.Replace([Output("same.md", "same"), Output("other.md", "1235")]);

        Assert.Equal(["other.md"], replaced);
        Assert.Equal(before, File.GetLastWriteTimeUtc(Path.Combine(Root, "same.md")));
        Assert.NotEqual(before, File.GetLastWriteTimeUtc(Path.Combine(Root, "other.md")));
    }

    [Fact]
    public void What_a_killed_run_left_in_staging_is_cleared_even_when_nothing_changed()
    {
        digests.Replace([Output("a.md", "a")]);
        Directory.CreateDirectory(Path.Combine(digests.Staging, "2026-W06"));
        File.WriteAllText(Path.Combine(digests.Staging, "2026-W06", "index.md"), "half a fi");

        Assert.Empty(digests.Replace([Output("a.md", "a")]));

        Assert.False(Directory.Exists(digests.Staging));
    }

    [Fact]
    public void A_leftover_does_not_get_into_the_files()
    {
        Directory.CreateDirectory(digests.Staging);
        File.WriteAllText(Path.Combine(digests.Staging, "a.md"), "a longer text of a killed run");
        File.WriteAllText(Path.Combine(digests.Staging, "b.md"), "another");

        digests.Replace([Output("a.md", "new")]);

        Assert.Equal("new", Read("a.md"));
        Assert.Equal(["a.md"], Names(Root));
    }

    [Fact]
    public void Other_files_stay()
    {
        Directory.CreateDirectory(Path.Combine(Root, "edits"));
        File.WriteAllText(Path.Combine(Root, "edits", "2026-W06.yaml"), "drop: [n01]");

        digests.Replace([Output("a.md", "a")]);

        Assert.Equal("drop: [n01]", Read("edits/2026-W06.yaml"));
    }

    [Theory]
    [InlineData("in the way", "2026-W06", "2026-W06/index.md", "is a file where a folder should be")]
    [InlineData("in the way", "", "2026-W06/index.md", "is a file where a folder should be")]
    [InlineData(null, "2026-W06/index.md", "2026-W06/index.md", "a folder stands where the file should")]
    public void An_obstacle_is_found_before_anything_changed(string? content, string obstacle, string path, string reason)
    {
        if (obstacle.Length > 0)
            digests.Replace([Output("manifest.json", "old")]);
        else
            Directory.CreateDirectory(Path.GetDirectoryName(Root)!);
        var place = Path.TrimEndingDirectorySeparator(Path.Combine(Root, obstacle));
        if (content is null)
            Directory.CreateDirectory(place);
        else
            File.WriteAllText(place, content);

        var trouble = Assert.Throws<TroubleException>(() => digests.Replace([Output("manifest.json", "new"), Output(path, "new")]));

        Assert.Contains(place, trouble.Message, StringComparison.Ordinal);
        Assert.Contains(reason, trouble.Message, StringComparison.Ordinal);
        Assert.Equal(obstacle.Length > 0 ? "old" : "in the way", File.ReadAllText(obstacle.Length > 0 ? Path.Combine(Root, "manifest.json") : Root));
        Assert.False(Directory.Exists(digests.Staging));
    }

    [Fact]
    public void Where_staging_fails_every_old_file_is_there_and_whole()
    {
        digests.Replace([Output("a.md", "old"), Output("b.md", "old")]);

        // One path is a file and a folder at once: it can't be staged, as on a full disk.
        var trouble = Assert.Throws<TroubleException>(() =>
            digests.Replace([Output("a.md", "new"), Output("b.md", "new"), Output("c", "c"), Output("c/d.md", "d")]));

        Assert.StartsWith($"can't write {Path.Combine(Root, "c", "d.md")}: ", trouble.Message, StringComparison.Ordinal);
        Assert.Equal(("old", "old"), (Read("a.md"), Read("b.md")));
        Assert.Equal(["a.md", "b.md"], Names(Root));
        Assert.False(Directory.Exists(digests.Staging));
    }

    [Fact]
    public void Where_a_rename_fails_the_file_is_named_and_the_next_run_finishes()
    {
        digests.Replace([Output("a.md", "old"), Output("b.md", "old"), Output("c.md", "old")]);
        OutputFile[] files = [Output("a.md", "new"), Output("b.md", "new"), Output("c.md", "new")];

        // Somebody takes the staged file away while the first is put in place.
        var trouble = Assert.Throws<TroubleException>(() => digests.Replace(files, _ => File.Delete(Path.Combine(digests.Staging, "b.md"))));

        Assert.StartsWith($"can't replace {Path.Combine(Root, "b.md")}: ", trouble.Message, StringComparison.Ordinal);
        Assert.Equal(("new", "old", "old"), (Read("a.md"), Read("b.md"), Read("c.md")));
        Assert.False(Directory.Exists(digests.Staging));
        Assert.Equal(["b.md", "c.md"], digests.Replace(files));
    }

    [Fact]
    public void A_link_below_the_folder_is_refused_and_its_target_left_alone()
    {
        var outside = home.CreateSubdirectory("outside").FullName;
        File.WriteAllText(Path.Combine(outside, "index.md"), "not ours");
        Directory.CreateDirectory(Root);
        Directory.CreateSymbolicLink(Path.Combine(Root, "2026-W06"), outside);
        File.CreateSymbolicLink(Path.Combine(Root, "manifest.json"), Path.Combine(outside, "index.md"));
        File.CreateSymbolicLink(Path.Combine(Root, "feed.json"), Path.Combine(outside, "nowhere"));

        foreach (var path in new[] { "2026-W06/index.md", "2026-W06/deep/er.md", "manifest.json", "feed.json" })
        {
            var trouble = Assert.Throws<TroubleException>(() => digests.Replace([Output("a.md", "a"), Output(path, "new")]));
            Assert.Contains("is a link", trouble.Message, StringComparison.Ordinal);
        }

        Assert.Equal(["index.md"], Names(outside));
        Assert.Equal("not ours", File.ReadAllText(Path.Combine(outside, "index.md")));
        Assert.False(File.Exists(Path.Combine(Root, "a.md")));
    }

    [Fact]
    public void The_folder_itself_may_be_a_link_and_staging_is_beside_its_target()
    {
        var target = home.CreateSubdirectory("elsewhere").CreateSubdirectory("content").FullName;
        Directory.CreateDirectory(Path.GetDirectoryName(Root)!);
        Directory.CreateSymbolicLink(Root, target);

        var linked = new DigestFolder(Root);
        linked.Replace([Output("a.md", "a")]);

        Assert.Equal("a", File.ReadAllText(Path.Combine(target, "a.md")));
        Assert.Equal(Path.Combine(home.FullName, "elsewhere", ".content-staging"), linked.Staging);
    }

    [Fact]
    public void A_hash_tells_of_the_file_as_it_is_now()
    {
        var file = Output("2026-W06/index.md", "abc");
        Assert.Null(digests.Hash(file.Path));

        digests.Replace([file]);
        // FIPS 180-2, appendix B.1.
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", digests.Hash(file.Path));

        File.AppendAllText(Path.Combine(Root, file.Path), " by hand");
        Assert.NotEqual("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", digests.Hash(file.Path));
        Assert.Null(digests.Hash("2026-W06"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("../outside.md")]
    [InlineData("a/../../outside.md")]
    [InlineData("a/..")]
    [InlineData("./a.md")]
    [InlineData("a//b.md")]
    [InlineData("a/")]
    [InlineData("a\\b.md")]
    [InlineData("..\\outside.md")]
    [InlineData("C:/a.md")]
    [InlineData("a.md:stream")]
    [InlineData("a\0.md")]
    [InlineData("a\n.md")]
    [InlineData(".. /a.md")]
    public void A_path_that_leads_elsewhere_is_refused(string path)
    {
        Assert.Throws<ArgumentException>(() => Output(path, ""));
        Assert.Throws<ArgumentException>(() => digests.Hash(path));
    }

    [Fact]
    public void No_path_that_is_taken_leads_out_of_the_folder() =>
        Gen.String["./\\a:~ \0"].Sample(path =>
        {
            OutputFile file;
            try
            {
                file = Output(path, "");
            }
            catch (ArgumentException)
            {
                return;
            }
            Assert.StartsWith(Root + Path.DirectorySeparatorChar, Path.GetFullPath(Path.Combine(Root, file.Path)), StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("2026-W06/index.md")]
    [InlineData("weekly_news/ai_news_2026-W06/index.md")]
    [InlineData("周报/第六周.md")]
    [InlineData(".nojekyll")]
    [InlineData("a..b")]
    public void A_plain_path_is_taken(string path)
    {
        digests.Replace([Output(path, "text")]);

        Assert.Equal("text", Read(path));
    }

    [Fact]
    public void A_path_given_twice_is_refused_also_where_only_case_differs() =>
        Assert.Throws<ArgumentException>(() => digests.Replace([Output("a.md", "1"), Output("A.md", "2")]));

    [Fact]
    public void Nothing_to_write_makes_nothing()
    {
        Assert.Empty(digests.Replace([]));
        Assert.False(Directory.Exists(Path.GetDirectoryName(Root)));
    }

    private static OutputFile Output(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    private string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string[] Names(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
