namespace Pipeline.Tests.Digests;

/// <summary>The checkout that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("The tests run outside the checkout.")
        : File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")) ? folder.FullName
        : Find(folder.Parent);
}
