namespace Pipeline.Tests.Support;

/// <summary>Cases are folders under tests/Cases/: input files and what is expected of them, as files a person can read.</summary>
internal static class Cases
{
    /// <summary>The folder that holds Pipeline.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of a part's cases, or of one case.</summary>
    public static string Folder(params string[] parts) => Path.Combine([Root, "tests", "Cases", .. parts]);

    /// <summary>The names of a part's case folders, as the rows of a theory.</summary>
    public static TheoryData<string> Of(string part) =>
        [.. Directory.EnumerateDirectories(Folder(part)).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    /// <summary>A file's text, wherever it stands in the repository.</summary>
    public static string Read(params string[] parts) => File.ReadAllText(Path.Combine([Root, .. parts]));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Pipeline.sln.");
    }
}
