using Pipeline.Digests;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Digests;

/// <summary>The sample week in a folder of its own, to be spoilt by hand and checked.</summary>
internal sealed class PublishedSample : IDisposable
{
    public const string Digest = "2026-W06/index.md";
    public const string News = "weekly_news/ai_news_2026-W06/index.md";
    public const string Data = "data/2026-W06.json";

    private readonly string folder = Directory.CreateTempSubdirectory("pipeline-digests-").FullName;
    private readonly IReadOnlyList<OutputFile> files;

    public PublishedSample(string language)
    {
        files = SampleWeek.Files(language);
        foreach (var file in files)
            Write(file.Path, file.Content);
    }

    public string Text(string path) => System.Text.Encoding.UTF8.GetString(files.Single(file => file.Path == path).Content);

    public IReadOnlyList<Finding> Check() => DigestCheck.Run(folder, Some.Week.Label, Gate);

    /// <summary>What the check says of one changed file, but that its hash is another.</summary>
    public IReadOnlyList<Finding> CheckWith(string path, string text)
    {
        Write(path, System.Text.Encoding.UTF8.GetBytes(text));
        var findings = Check();
        Write(path, files.Single(file => file.Path == path).Content);
        return [.. findings.Where(finding => !finding.What.Contains("hash", StringComparison.Ordinal))];
    }

    public IReadOnlyList<Finding> CheckWithout(string path)
    {
        File.Delete(Path.Combine(folder, path));
        var findings = Check();
        Write(path, files.Single(file => file.Path == path).Content);
        return findings;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Stands in for the real gate: a claim is borne by a passage that says it word for word.</summary>
    private static Verdict Gate(string claim, IReadOnlyList<CitedPassage> passages) =>
        passages.Any(passage => passage.Text.Contains(claim, StringComparison.Ordinal)) ? Verdict.Pass : new Verdict(false, ["no passage says so"]);

    private void Write(string path, byte[] content)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }
}
