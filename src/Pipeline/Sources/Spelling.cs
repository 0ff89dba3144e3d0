namespace Pipeline.Sources;

/// <summary>What an unknown key was probably meant to be.</summary>
internal static class Spelling
{
    /// <summary>Words that other programs use for the same thing.</summary>
    private static readonly (string Word, string Key)[] Synonyms =
    [
        ("address", "url"), ("link", "url"), ("href", "url"), ("uri", "url"), ("feed", "url"), ("title", "name"), ("source", "name"),
        ("feeds", "sources"), ("timezone", "zone"), ("lang", "language"), ("words", "keywords"), ("terms", "keywords"),
        ("priority", "weight"), ("private", "allow-private"), ("publication", "publish"),
        ("every", "interval"), ("refresh", "interval"), ("include", "keep"), ("only", "keep"), ("exclude", "drop"), ("css", "selector"),
        ("regex", "pattern"), ("tags", "categories"), ("keywords", "words"), ("delay", "pace"),
    ];

    /// <summary>The nearest of the known keys, or null where none is near.</summary>
    public static string? Suggest(string word, IReadOnlyCollection<string> known)
    {
        if (word.Length > 30)
            return null;
        var lower = word.ToLowerInvariant().Replace('_', '-');
        var near = known.Select(key => (Word: key, Key: key))
            .Concat(Synonyms.Where(synonym => known.Contains(synonym.Key)))
            .Select(candidate => (candidate.Key, Distance: Distance(lower, candidate.Word), candidate.Word.Length))
            .Where(candidate => candidate.Distance <= Math.Max(1, candidate.Length / 3))
            .OrderBy(candidate => candidate.Distance);
        return near.Select(candidate => candidate.Key).FirstOrDefault();
    }

    /// <summary>Optimal string alignment: insertions, deletions, substitutions, and neighbours that changed places.</summary>
    internal static int Distance(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
            for (var column = 0; column <= right.Length; column++)
                table[row, column] = row == 0 || column == 0 ? row + column : Cell(left, right, table, row, column);
        return table[left.Length, right.Length];
    }

    private static int Cell(string left, string right, int[,] table, int row, int column)
    {
        var change = left[row - 1] == right[column - 1] ? 0 : 1;
        var best = Math.Min(table[row - 1, column - 1] + change, Math.Min(table[row - 1, column], table[row, column - 1]) + 1);
        var swapped = row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
        return swapped ? Math.Min(best, table[row - 2, column - 2] + 1) : best;
    }
}
