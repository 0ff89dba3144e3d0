namespace Pipeline.Digests;

/// <summary>How long a digest takes to read silently.</summary>
internal static class ReadingTime
{
    /// <summary>English non-fiction, words a minute: Brysbaert, "How many words do we read per minute?", 2019.</summary>
    private const double Words = 238;

    /// <summary>Chinese, characters a minute: Trauzettel-Klosinski and Dietz, "Standardized assessment of reading performance", 2012.</summary>
    private const double Characters = 255;

    /// <summary>Whole minutes, at least one.</summary>
    public static int Minutes(IEnumerable<string> texts)
    {
        var minutes = texts.Sum(text => (text.Count(IsHan) / Characters) + (text.Split(' ').Count(word => word.Any(char.IsAsciiLetterOrDigit)) / Words));
        return Math.Max(1, (int)Math.Round(minutes, MidpointRounding.AwayFromZero));
    }

    private static bool IsHan(char character) => character is >= '\u4e00' and <= '\u9fff';
}
