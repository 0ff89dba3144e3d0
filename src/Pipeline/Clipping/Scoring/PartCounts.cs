namespace Pipeline.Clipping.Scoring;

/// <summary>What a part holds before anything is pruned.</summary>
internal readonly record struct PartCount(int Words, int Linked, int Prose, int ProseLines, int Lines)
{
    public float LinkShare => Words == 0 ? 0 : (float)Linked / Words;

    public static PartCount[] Of(Outline outline)
    {
        var counts = new PartCount[outline.Parts.Count];
        for (var i = 0; i < counts.Length; i++)
        {
            var part = outline.Parts[i];
            counts[i] = new PartCount(part.Words, part.Linked, part.Prose, part.ProseLines, part.EndLine - part.FirstLine);
        }

        return counts;
    }
}
