using System.Runtime.InteropServices;

namespace Pipeline.Clipping.Scoring;

/// <summary>A page's lines with their features, for the script that trains the forest: it learns from what the program itself sees.</summary>
/// <param name="Names">What the numbers of a row are called.</param>
/// <param name="Lines">The page's lines, in document order.</param>
/// <param name="Rows">A row of numbers per line, as little-endian 32-bit floats one after another, in Base64.</param>
public sealed record TrainingRows(IReadOnlyList<string> Names, IReadOnlyList<string> Lines, string Rows)
{
    /// <inheritdoc cref="Clipper.Clip(byte[], string?, Uri?, string?)"/>
    public static TrainingRows Of(byte[] page, string? charset, Uri? url)
    {
        var parsed = Clipper.Read(PageDecoder.Decode(page, charset), url);
        var evidence = PageEvidence.Of(parsed, Clipper.TitleOf(parsed));
        var values = LineFeatures.Of(evidence);
        return new TrainingRows(LineFeatures.Names(evidence), [.. parsed.Outline.Lines.Select(line => line.Text)], Convert.ToBase64String(MemoryMarshal.AsBytes(values.AsSpan())));
    }
}
