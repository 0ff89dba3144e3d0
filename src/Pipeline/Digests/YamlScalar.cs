using System.Text.RegularExpressions;

namespace Pipeline.Digests;

/// <summary>A text as a YAML scalar on one line: plain where every parser reads it back as that text, double-quoted elsewhere.</summary>
/// <remarks>A JSON string is no YAML scalar to all of them: an emoji written as \uD83D\uDE00 stops Hugo, Jekyll and MkDocs.</remarks>
internal static partial class YamlScalar
{
    public static string Write(string text)
    {
        var plain = PlainText.Fold(text);
        return IsPlain(plain) ? plain : $"\"{plain.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsPlain(string text) =>
        text.Length > 0
        && !"-?:,[]{}#&*!|>'\"%@`=<~.+".Contains(text[0], StringComparison.Ordinal)
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && !text.EndsWith(':')
        && !OtherType().IsMatch(text);

    /// <summary>What YAML 1.1 or 1.2 reads as null, a boolean, a number, a date or a time: too much on purpose.</summary>
    [GeneratedRegex(@"\A(?:null|true|false|yes|no|on|off|y|n|[0-9][0-9a-fox_.:,+\-TtZz ]*)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OtherType();
}
