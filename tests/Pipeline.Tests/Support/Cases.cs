namespace Pipeline.Tests.Support;

/// <summary>The folders under tests/Cases: input files and what is expected of them, for people to read.</summary>
internal static class Cases
{
    public static string Folder(string part) => Path.Combine(Root(), "tests", "Cases", part);

    public static IEnumerable<string> Names(string part) =>
        Directory.GetDirectories(Folder(part)).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Pipeline.sln");
    }
}
