using Pipeline.Model;

namespace Pipeline.Host.Commands;

/// <summary>Sources as they are named on the command line: letter case doesn't matter.</summary>
internal static class SourceNames
{
    /// <summary>The sources named, in the order of the file.</summary>
    /// <exception cref="UsageException">There is no source of a name.</exception>
    public static IReadOnlyList<Source> Choose(IReadOnlyList<string> names, IReadOnlyList<Source> sources, string file)
    {
        var unknown = names.FirstOrDefault(name => !sources.Any(source => Is(source, name)));
        return unknown is null
            ? [.. sources.Where(source => names.Any(name => Is(source, name)))]
            : throw new UsageException($"there is no source '{unknown}' in {file}; 'pipeline sources list' names them");
    }

    private static bool Is(Source source, string name) => source.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
