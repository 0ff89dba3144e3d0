using Pipeline.Digests;
using Pipeline.Model;

namespace Pipeline;

/// <summary>What the manifest under digests/ says of the weeks published so far.</summary>
public static class PublishedWeeks
{
    /// <summary>Null where nothing was published yet.</summary>
    /// <exception cref="TroubleException">The manifest can't be read.</exception>
    public static Manifest? Read(string digests)
    {
        var file = Path.Combine(digests, "manifest.json");
        if (!File.Exists(file))
            return null;
        try
        {
            return Manifest.Parse(File.ReadAllText(file));
        }
        catch (FormatException exception)
        {
            throw new TroubleException($"{digests}: {exception.Message}; take the file back from version control, or away: it is made anew from the weeks that are rebuilt", exception);
        }
    }
}
