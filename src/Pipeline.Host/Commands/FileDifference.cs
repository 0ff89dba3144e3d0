using System.Text;

namespace Pipeline.Host.Commands;

/// <summary>What a rebuild would change, a line at a time: lines taken away with <c>-</c>, lines put in with <c>+</c>.</summary>
internal static class FileDifference
{
    /// <summary>Above this many cells (100 MB) the lines in between are simply all shown as taken away and put in.</summary>
    private const long LargestTable = 25_000_000;

    public static void Print(string digests, PublishReport report, IEnumerable<string> paths, TextWriter output)
    {
        foreach (var path in paths)
        {
            var file = Path.Combine(digests, path);
            var before = File.Exists(file) ? File.ReadAllLines(file) : [];
            var after = Encoding.UTF8.GetString(report.Files.Single(written => written.Path == path).Content).TrimEnd('\n').Split('\n');
            output.WriteLine($"--- {path}");
            foreach (var line in Lines(before, after))
                output.WriteLine(line);
        }
    }

    /// <summary>The longest common subsequence of lines, after what is alike at both ends is set aside (Hunt and McIlroy 1976).</summary>
    internal static IReadOnlyList<string> Lines(string[] before, string[] after)
    {
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start])
            start++;
        int beforeEnd = before.Length, afterEnd = after.Length;
        while (beforeEnd > start && afterEnd > start && before[beforeEnd - 1] == after[afterEnd - 1])
            (beforeEnd, afterEnd) = (beforeEnd - 1, afterEnd - 1);
        var (taken, put) = (before[start..beforeEnd], after[start..afterEnd]);
        return (long)taken.Length * put.Length <= LargestTable ? Changed(taken, put) : [.. taken.Select(line => "- " + line), .. put.Select(line => "+ " + line)];
    }

    private static List<string> Changed(string[] before, string[] after)
    {
        var common = Lengths(before, after);
        var lines = new List<string>();
        int b = 0, a = 0;
        while (b < before.Length || a < after.Length)
        {
            if (b < before.Length && a < after.Length && before[b] == after[a])
                (b, a) = (b + 1, a + 1);
            else if (a == after.Length || (b < before.Length && common[b + 1, a] >= common[b, a + 1]))
                lines.Add("- " + before[b++]);
            else
                lines.Add("+ " + after[a++]);
        }

        return lines;
    }

    private static int[,] Lengths(string[] before, string[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var b = before.Length - 1; b >= 0; b--)
            for (var a = after.Length - 1; a >= 0; a--)
                common[b, a] = before[b] == after[a] ? common[b + 1, a + 1] + 1 : Math.Max(common[b + 1, a], common[b, a + 1]);
        return common;
    }
}
