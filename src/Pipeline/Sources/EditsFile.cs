using Pipeline.Model;

namespace Pipeline.Sources;

/// <summary>A week's edits file → what its editor decided, each mistake with its line.</summary>
public static class EditsFile
{
    private static readonly string[] Kinds =
        ["drop", "pin", "move", "merge", "split", "rename", "order", "drop-theme", "replace", "remove", "add", "headline", "note"];

    private static readonly string[] Keys = [.. Kinds, "to", "title", "items", "part", "with", "evidence", "voice"];

    /// <exception cref="SettingsException">With every fault of the file.</exception>
    public static IReadOnlyList<Edit> Load(string path) => Parse(FileText.Read(path), path);

    /// <inheritdoc cref="Load"/>
    public static IReadOnlyList<Edit> Parse(string yaml, string file)
    {
        var faults = new Faults(file);
        var node = new NodeReader(yaml, faults).Read();
        if (node is null or Scalar { IsNull: true })
            return [];
        var root = new Section(node, "the file", faults, "edits");
        var edits = (root.Sections("edits", "an edit", Keys) ?? []).Select(Read).OfType<Edit>().ToArray();
        faults.ThrowIfAny();
        return edits;
    }

    private static Edit? Read(Section edit)
    {
        var kinds = Kinds.Where(kind => edit[kind] is not null).ToArray();
        if (kinds is [var kind])
            return Read(edit, kind, edit.Place.Line);
        edit.Faults.Add(edit.Place, kinds.Length == 0 ? "this edit does not say what to do" : $"this edit says {string.Join(" and ", kinds)}",
            kinds.Length == 0 ? $"begin it with one of {string.Join(", ", Kinds)}" : "make an edit of each, with '- ' before it");
        return null;
    }

    private static Edit? Read(Section edit, string kind, int line) => kind switch
    {
        "drop" => Allow(edit, kind).Text(kind, 2000) is { } item ? new DropItem(line, item.Value) : null,
        "pin" => Allow(edit, kind).Text(kind, 2000) is { } item ? new PinItem(line, item.Value) : null,
        "move" => Allow(edit, kind, "to").Need("to", "name a theme by id or title, or none").Text(kind, 2000) is { } item && edit.Text("to") is { } to
            ? new MoveItem(line, item.Value, to.Value == "none" ? null : to.Value) : null,
        "merge" => Allow(edit, kind, "title").Texts(kind) is { } themes ? Merge(edit, line, themes) : null,
        "split" => Allow(edit, kind, "items", "title").Need("items", "list the items that make the new theme").Need("title", "give the new theme a title").Text(kind) is { } theme
            && edit.Texts("items", 2000) is { } items && edit.Text("title") is { } title ? new SplitTheme(line, theme.Value, Values(items), title.Value) : null,
        "rename" => Allow(edit, kind, "title").Need("title", "give the theme its new title").Text(kind) is { } theme && edit.Text("title") is { } title
            ? new RenameTheme(line, theme.Value, title.Value) : null,
        "order" => Allow(edit, kind).Texts(kind) is { } themes ? new OrderThemes(line, Values(themes)) : null,
        "drop-theme" => Allow(edit, kind).Text(kind) is { } theme ? new DropTheme(line, theme.Value) : null,
        "replace" => Allow(edit, kind, "with", "evidence", "voice").Need("with", "write the sentence that takes its place, or use 'remove'").Text(kind, 2000) is { } old
            && Sentence(edit, "with") is { } sentence ? new ReplaceSentence(line, old.Value, sentence) : null,
        "remove" => Allow(edit, kind).Text(kind, 2000) is { } old ? new ReplaceSentence(line, old.Value, null) : null,
        "add" => Allow(edit, kind, "to", "part", "evidence", "voice").Need("to", "name a theme by id or title, or introduction, or closing").Text("to") is { } to
            && Sentence(edit, kind) is { } sentence ? new AddSentence(line, to.Value, Impact(edit), sentence) : null,
        "headline" => Sentence(Allow(edit, kind, "evidence", "voice"), kind) is { } sentence ? new SetHeadline(line, sentence) : null,
        _ => Allow(edit, kind).Text(kind, 2000) is { } note ? new AddNote(line, note.Value) : null,
    };

    private static MergeThemes? Merge(Section edit, int line, IReadOnlyList<Scalar> themes)
    {
        if (themes.Count > 1)
            return new MergeThemes(line, Values(themes), edit.Text("title")?.Value);
        edit.Faults.Add(edit.Place, "'merge' names one theme", "name two or more");
        return null;
    }

    private static bool Impact(Section edit)
    {
        if (edit.Text("part") is { Value: not ("chain" or "impact") } part)
            edit.Faults.Add(part.Place, $"there is no part {part.Shown}", "write chain or impact");
        return edit["part"] is Scalar { Value: "impact" };
    }

    /// <summary>A sentence says what it rests on, or that it is the editor's own.</summary>
    private static EditedSentence? Sentence(Section edit, string key)
    {
        var evidence = edit["evidence"] is null ? [] : edit.Sections("evidence", "a piece of evidence", "item", "quote") ?? [];
        var isOwn = edit.Text("voice") is { } voice && Voice(voice, edit);
        if (edit["voice"] is null == (edit["evidence"] is null))
            edit.Faults.Add(edit.Place, isOwn ? "this sentence has both 'evidence' and 'voice'" : "this sentence rests on nothing",
                "give it 'evidence' (items with the words that say so), or 'voice: editor' where it is your own");
        var cited = evidence.Select(piece => (Item: piece.Need("item", "name an item by anchor or address").Text("item", 2000), Quote: piece.Need("quote", "quote the words that say so").Text("quote", 2000)))
            .Where(pair => pair is { Item: not null, Quote: not null }).Select(pair => new Cited(pair.Item!.Value, pair.Quote!.Value)).ToArray();
        return edit.Text(key, 2000) is { } text ? new EditedSentence(text.Value, cited) : null;
    }

    private static bool Voice(Scalar voice, Section edit)
    {
        if (voice.Value != "editor")
            edit.Faults.Add(voice.Place, $"there is no voice {voice.Shown}", "write editor");
        return true;
    }

    /// <summary>Reports what does not belong to this kind of edit.</summary>
    private static Section Allow(Section edit, params string[] keys)
    {
        foreach (var key in Keys.Except(keys).Where(key => edit[key] is not null))
            edit.Faults.Add(edit[key]!.Place, $"'{key}' means nothing beside '{keys[0]}'", keys.Length == 1 ? "take it out" : $"known here are {string.Join(", ", keys[1..])}");
        return edit;
    }

    private static string[] Values(IEnumerable<Scalar> scalars) => [.. scalars.Select(scalar => scalar.Value)];
}
