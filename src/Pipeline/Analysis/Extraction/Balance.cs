namespace Pipeline.Analysis.Extraction;

/// <summary>Whether every quotation mark and bracket of a sentence has its partner in it.</summary>
internal static class Balance
{
    private const string Openers = "“「『《（([【", Closers = "”」』》）)]】";

    public static bool IsKept(string sentence)
    {
        var open = new Stack<char>();
        foreach (var character in sentence)
        {
            if (Openers.Contains(character, StringComparison.Ordinal))
                open.Push(character);
            else if (Closers.IndexOf(character, StringComparison.Ordinal) is >= 0 and var kind && !Closes(open, kind))
                return false;
        }

        return open.Count == 0 && sentence.Count(character => character == '"') % 2 == 0;
    }

    /// <summary>A full-width bracket is often closed by a half-width one.</summary>
    private static bool Closes(Stack<char> open, int kind) =>
        open.TryPop(out var opener) && (opener == Openers[kind] || (opener is '(' or '（' && Openers[kind] is '(' or '（'));
}
