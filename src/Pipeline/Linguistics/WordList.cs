namespace Pipeline.Linguistics;

/// <summary>The lists that are part of the library: lines <c>left = right, right</c>, and comments from <c>#</c> on.</summary>
internal static class WordList
{
    public static IEnumerable<(string Left, IReadOnlyList<string> Right)> Lines(string name)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('#')[0].Split(" = ", 2) is [var left, var right])
                yield return (left.Trim(), right.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
    }
}
