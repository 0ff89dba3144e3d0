using Pipeline.Model;

namespace Pipeline.Digests;

/// <summary>A week's label as readers see it: with U+2011, so that no line breaks in it. Paths and links keep the ASCII hyphen.</summary>
internal static class LabelText
{
    public static string Of(WeekLabel label) => Of(label.ToString());

    public static string Of(string label) => label.Replace('-', '\u2011');
}
