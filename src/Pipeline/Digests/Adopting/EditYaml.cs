using System.Text;
using Pipeline.Model;

namespace Pipeline.Digests.Adopting;

/// <summary>An edit as it stands in an edits file: block style, a key a line.</summary>
internal static class EditYaml
{
    /// <param name="remark">What to say above it; null for nothing.</param>
    public static string Write(Edit edit, string? remark = null)
    {
        var yaml = new StringBuilder();
        if (remark is not null)
            yaml.Append("  # ").Append(PlainText.Fold(remark)).Append('\n');
        var start = "  - ";
        foreach (var (key, value) in Keys(edit))
        {
            yaml.Append(start).Append(key).Append(": ").Append(value).Append('\n');
            start = "    ";
        }

        foreach (var line in Basis(edit))
            yaml.Append("    ").Append(line).Append('\n');
        return yaml.ToString();
    }

    /// <summary>The same edit without what is said above it.</summary>
    public static string WithoutRemark(string edit) => edit.StartsWith("  #", StringComparison.Ordinal) ? edit[(edit.IndexOf('\n', StringComparison.Ordinal) + 1)..] : edit;

    private static IEnumerable<(string Key, string Value)> Keys(Edit edit) => edit switch
    {
        DropItem drop => [("drop", Text(drop.Item))],
        PinItem pin => [("pin", Text(pin.Item))],
        MoveItem move => [("move", Text(move.Item)), ("to", Text(move.Theme ?? "none"))],
        MergeThemes { Title: { } title } merge => [("merge", List(merge.Themes)), ("title", Text(title))],
        MergeThemes merge => [("merge", List(merge.Themes))],
        SplitTheme split => [("split", Text(split.Theme)), ("items", List(split.Items)), ("title", Text(split.Title))],
        RenameTheme rename => [("rename", Text(rename.Theme)), ("title", Text(rename.Title))],
        OrderThemes order => [("order", List(order.Themes))],
        DropTheme drop => [("drop-theme", Text(drop.Theme))],
        ReplaceSentence { By: { } by } replace => [("replace", Text(replace.Sentence)), ("with", Text(by.Text))],
        ReplaceSentence remove => [("remove", Text(remove.Sentence))],
        AddSentence { Impact: true } add => [("add", Text(add.Sentence.Text)), ("to", Text(add.To)), ("part", "impact")],
        AddSentence add => [("add", Text(add.Sentence.Text)), ("to", Text(add.To))],
        SetHeadline headline => [("headline", Text(headline.Sentence.Text))],
        AddNote note => [("note", Text(note.Text))],
        _ => throw new ArgumentException($"There is no way to write {edit}.", nameof(edit)),
    };

    /// <summary>What a sentence rests on.</summary>
    private static IEnumerable<string> Basis(Edit edit)
    {
        var sentence = edit switch { ReplaceSentence replace => replace.By, AddSentence add => add.Sentence, SetHeadline headline => headline.Sentence, _ => null };
        if (sentence is null)
            return [];
        return sentence.Evidence.Count == 0
            ? ["voice: editor"]
            : sentence.Evidence.SelectMany(piece => new[] { $"  - item: {Text(piece.Item)}", $"    quote: {Text(piece.Quote)}" }).Prepend("evidence:");
    }

    private static string Text(string text) => YamlScalar.Write(text);

    /// <summary>In a list on one line a comma would part, so what is not a plain word is quoted.</summary>
    private static string List(IEnumerable<string> texts) =>
        $"[{string.Join(", ", texts.Select(text => text.All(char.IsAsciiLetterOrDigit) ? Text(text) : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""))}]";
}
