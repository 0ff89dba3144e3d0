using System.Globalization;
using System.Text;

namespace Pipeline.Feeds;

/// <summary>
/// Broken JSON made readable: line breaks and other controls inside strings escaped, what follows the document dropped, and a
/// document that is cut off closed behind the last whole element of its list. One pass, linear.
/// </summary>
internal sealed class JsonRepair
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
}
