namespace Pipeline.Linguistics;

/// <summary>Traditional characters as Simplified ones, character by character. For comparing only, never for display.</summary>
public static class Simplification
{
    private const char First = '\u4E00', Last = '\u9FFF';

    private static readonly char[] Table = BuildTable();

    /// <summary>The length stays the same.</summary>
    public static string Simplify(string text) =>
        !text.Any(Covers) ? text : string.Create(text.Length, text, static (result, original) =>
        {
            for (var i = 0; i < result.Length; i++)
                result[i] = Covers(original[i]) ? Table[original[i] - First] : original[i];
        });

    private static bool Covers(char character) => character is >= First and <= Last;

    private static char[] BuildTable()
    {
        var table = Enumerable.Range(First, Last - First + 1).Select(code => (char)code).ToArray();
        foreach (var pair in SimplifiedForms.Pairs.Where(Covers).Chunk(2))
            table[pair[0] - First] = pair[1];
        return table;
    }
}
