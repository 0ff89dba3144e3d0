using System.Text;

namespace Pipeline.Digests;

/// <summary>A page's front matter, built line by line in the order in which it is read.</summary>
internal sealed class FrontMatter
{
    private readonly StringBuilder lines = new("---\n");

    /// <summary>Text from outside: <c>&lt;</c> and <c>&gt;</c> become full width, because themes print titles unescaped.</summary>
    public FrontMatter Text(string key, string text) => Line(key, YamlScalar.Write(Harmless(text)));

    /// <summary>A day, unquoted and without a time: times are off by one, or fail, somewhere.</summary>
    public FrontMatter Date(string key, string day) => Line(key, day);

    public FrontMatter Switch(string key, bool value) => Line(key, value ? "true" : "false");

    public FrontMatter List(string key, IEnumerable<string> texts)
    {
        lines.Append(key).Append(":\n");
        foreach (var text in texts)
            lines.Append("  - ").Append(YamlScalar.Write(Harmless(text))).Append('\n');
        return this;
    }

    public static string Harmless(string text) => PlainText.Fold(text).Replace('<', '＜').Replace('>', '＞');

    public override string ToString() => $"{lines}---\n";

    private FrontMatter Line(string key, string value)
    {
        lines.Append(key).Append(": ").Append(value).Append('\n');
        return this;
    }
}
