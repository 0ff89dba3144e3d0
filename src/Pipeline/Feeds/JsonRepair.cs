using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Feeds;

/// <summary>
/// Broken JSON made readable: line breaks and other controls inside strings escaped, what follows the document dropped, and a
/// document that is cut off closed behind the last whole element of its list. One pass, linear.
/// </summary>
internal sealed partial class JsonRepair
{
    /// <summary>Where items stand: in a list in the document.</summary>
    private const int ItemDepth = 2;

    private readonly StringBuilder result;
    private int depth;
    private int lastItemEnd;
    private bool inString;
    private bool escaped;
    private bool done;

    private JsonRepair(int length) => result = new StringBuilder(length + 64);

    public static string Repair(string text)
    {
        var repair = new JsonRepair(text.Length);
        foreach (var character in text)
            if (!repair.done)
                repair.Next(character);
        return repair.Closed();
    }

    /// <summary>Whether it escapes one half of a character outside the basic plane, and not the other.</summary>
    public static bool HasHalves(string text) => Escape().Matches(text).Any(escape => escape.Groups[1].Success);

    /// <summary>Such halves become U+FFFD.</summary>
    public static string WithoutHalves(string text) => Escape().Replace(text, escape => escape.Groups[1].Success ? @"\uFFFD" : escape.Value);

    private void Next(char character)
    {
        if (character < ' ' && (inString || !char.IsWhiteSpace(character)))
        {
            if (inString)
                result.Append(CultureInfo.InvariantCulture, $"{(escaped ? "u" : "\\u")}{(int)character:x4}");
            escaped = false;
            return;
        }
        result.Append(character);
        if (inString)
            InString(character);
        else
            Between(character);
    }

    private void InString(char character)
    {
        inString = escaped || character != '"';
        escaped = !escaped && character == '\\';
    }

    private void Between(char character)
    {
        inString = character == '"';
        depth += character switch { '{' or '[' => 1, '}' or ']' => -1, _ => 0 };
        if (character is '}' && depth == ItemDepth)
            lastItemEnd = result.Length;
        done = depth <= 0;
    }

    private string Closed() => done || lastItemEnd == 0 ? result.ToString() : result.ToString(0, lastItemEnd) + "]}";

    /// <summary>Two halves (RFC 8259, section 7), one alone as group 1, or any other escape.</summary>
    [GeneratedRegex(@"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", RegexOptions.Singleline)]
    private static partial Regex Escape();
}
