namespace Pipeline.Digests.Adopting;

/// <summary>What somebody changed by hand in a week's published files, turned into edits.</summary>
/// <param name="Edits">Each as it would stand in the week's edits file, with two spaces before its dash.</param>
/// <param name="Left">What no edit can say, with file and line.</param>
public sealed record Adoption(IReadOnlyList<string> Edits, IReadOnlyList<string> Left)
{
    /// <summary>A whole edits file.</summary>
    public string Snippet => "edits:\n" + string.Concat(Edits);
}
