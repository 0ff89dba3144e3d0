using ICU4N.Text;

namespace Pipeline.Linguistics;

/// <summary>Traditional characters as Simplified ones, character by character (ICU's Traditional-Simplified). For comparing only, never for display.</summary>
public static class Simplification
{
    private const char First = '\u3400', Last = '\u9FFF';

    /// <summary>Transliterating text by text costs more than all the rest of reading it: one pass over the block makes a table.</summary>
    private static readonly Lazy<char[]> Table = new(BuildTable);

    public static string Simplify(string text)
    {
        if (!text.Any(Covers))
            return text;
        var table = Table.Value;
        return string.Create(text.Length, (text, table), static (result, state) =>
        {
            for (var i = 0; i < result.Length; i++)
                result[i] = Covers(state.text[i]) ? state.table[state.text[i] - First] : state.text[i];
        });
    }

    private static bool Covers(char character) => character is >= First and <= Last;

    private static char[] BuildTable()
    {
        var transliterator = Transliterator.GetInstance("Traditional-Simplified");
        // A line apart, so that no rule for a phrase sees two neighbours of the block as one.
        var block = string.Join('\n', Enumerable.Range(First, Last - First + 1).Select(code => (char)code));
        var rows = transliterator.Transliterate(block).Split('\n');
        return [.. rows.Select((row, i) => row.Length == 1 ? row[0] : (char)(First + i))];
    }
}
