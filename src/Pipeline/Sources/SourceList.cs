using Pipeline.Model;

namespace Pipeline.Sources;

/// <summary>A source as it stands in the file.</summary>
/// <param name="NameLine">Where its name stands, counted from 1.</param>
/// <param name="UrlLine">Where its url stands.</param>
public sealed record ListedSource(Source Source, int NameLine, int UrlLine);

/// <summary>A sources.yaml with sources added: its whole text, what was put in, and the line at which that begins.</summary>
public sealed record SourceListEdit(string Text, string Added, int Line);

/// <summary>The list under <c>sources:</c> as text, so that more can be added and not a sign of the rest changes.</summary>
public sealed class SourceList
{
    private readonly string _yaml;
    private readonly string _file;
    private readonly SourceListShape _shape;

    private SourceList(string yaml, string file, IReadOnlyList<ListedSource> sources, SourceListShape shape) =>
        (_yaml, _file, Sources, _shape) = (yaml, file, sources, shape);

    /// <summary>In the order of the file; none where the list is still to be begun.</summary>
    public IReadOnlyList<ListedSource> Sources { get; }

    /// <param name="file">The file's path: named in faults.</param>
    /// <exception cref="SettingsException">The file has faults.</exception>
    /// <exception cref="TroubleException">Its list is in a form that can't be added to.</exception>
    public static SourceList Read(string yaml, string file)
    {
        var root = new NodeReader(yaml, new Faults(file)).Read() as Mapping;
        var list = root?.Pairs.FirstOrDefault(pair => pair.Key.Value == "sources").Value;
        if (root is not null && list is null or Scalar { IsNull: true })
            return new SourceList(yaml, file, [], SourceListShape.ToBegin(yaml, list?.End));
        var settings = SettingsFile.Parse(yaml, file);
        var sequence = (Sequence)list!;
        if (sequence.InBrackets)
            throw new TroubleException($"{file}:{sequence.Place.Line}: the list of sources is written in brackets, to which nothing can be added; begin each source with '- ' on a line of its own");
        return new SourceList(yaml, file, [.. settings.Sources.Zip(sequence.Items, Listed)], SourceListShape.Of(yaml, sequence));
    }

    /// <summary>The source with that feed, however its address is spelt; null where there is none.</summary>
    public ListedSource? Find(Uri url) => Sources.FirstOrDefault(listed => WebAddress.Key(listed.Source.Url) == WebAddress.Key(url));

    /// <summary>The source of that name; null where there is none.</summary>
    public ListedSource? Find(string name) => Sources.FirstOrDefault(listed => SourceName.Key(listed.Source.Name) == SourceName.Key(name));

    /// <summary>The file's text with sources added at the end of the list. Of each are written name, url, language, weight and allow-private.</summary>
    /// <exception cref="TroubleException">The new text would not be read as the old sources and the added ones.</exception>
    public SourceListEdit With(IReadOnlyList<Source> added)
    {
        var edit = _shape.Insert(_yaml, added);
        string[] wanted = [.. Sources.Select(listed => listed.Source).Concat(added).Select(Shown)];
        return wanted.SequenceEqual(Reread(edit.Text).Select(Shown), StringComparer.Ordinal)
            ? edit
            : throw new TroubleException($"{_file} is written in a form that can't be added to safely; add the source by hand");
    }

    private IReadOnlyList<Source> Reread(string yaml)
    {
        try
        {
            return SettingsFile.Parse(yaml, _file).Sources;
        }
        catch (SettingsException exception) when (Sources.Count > 0)
        {
            throw new TroubleException($"nothing was added: {exception.Faults[0].What}; {exception.Faults[0].Remedy}", exception);
        }
    }

    private static string Shown(Source source) => FormattableString.Invariant($"{source.Name}\n{source.Url}\n{source.Language}\n{source.Weight}\n{source.AllowPrivate}");

    private static ListedSource Listed(Source source, Node item) => new(source, Line(item, "name"), Line(item, "url"));

    private static int Line(Node item, string key) => ((Mapping)item).Pairs.First(pair => pair.Key.Value == key).Value.Place.Line;
}
