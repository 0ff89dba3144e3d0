using System.Buffers;
using System.Text.RegularExpressions;

namespace Pipeline.Sources;

/// <summary>A text as a YAML scalar on one line: plain where it can only be read as that text, in double quotes elsewhere.</summary>
internal static partial class YamlText
{
    public static string Of(string text) => IsPlain(text)
        ? text
        : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static readonly SearchValues<char> Signs = SearchValues.Create("[]{}`\"|");

    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsLetterOrDigit(text[0]) && !char.IsWhiteSpace(text[^1]) && !text.EndsWith(':')
        && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal)
        && !text.AsSpan().ContainsAny(Signs) && !OtherType().IsMatch(text);

    /// <summary>What YAML 1.1 or 1.2 reads as null, a boolean, a number, a date or a time: too much on purpose.</summary>
    [GeneratedRegex(@"\A(?:null|true|false|yes|no|on|off|y|n|[0-9][0-9a-fox_.:,+\-TtZz ]*)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OtherType();
}
