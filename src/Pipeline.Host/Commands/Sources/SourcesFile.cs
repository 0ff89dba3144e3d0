using System.Text;
using Pipeline.Model;
using Pipeline.Sources;

namespace Pipeline.Host.Commands.Sources;

/// <summary>A sources.yaml that is written to: replaced whole, and only where nobody else has changed it meanwhile.</summary>
internal sealed class SourcesFile
{
    /// <summary>Larger ones are refused when they are read.</summary>
    private const int Largest = 1 << 20;

    private readonly string _path;
    private readonly byte[] _bytes;

    private SourcesFile(string path, byte[] bytes, SourceList list) => (_path, _bytes, List) = (path, bytes, list);

    public SourceList List { get; }

    /// <exception cref="SettingsException">The file is missing or has faults.</exception>
    /// <exception cref="TroubleException">Its list can't be added to.</exception>
    public static SourcesFile Open(string path)
    {
        var text = SettingsFile.Text(path);
        return new SourcesFile(path, File.ReadAllBytes(path), SourceList.Read(text, path));
    }

    /// <summary>Adds sources at the end of the list.</summary>
    /// <exception cref="TroubleException">Nothing was added, and why.</exception>
    public SourceListEdit Add(IReadOnlyList<Source> sources)
    {
        var edit = List.With(sources);
        var marked = _bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        byte[] bytes = [.. marked ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(edit.Text)];
        if (bytes.Length > Largest)
            throw new TroubleException($"nothing was added: {_path} would be larger than 1 MB; keep a second list, and name it with --sources");
        if (!File.ReadAllBytes(_path).AsSpan().SequenceEqual(_bytes))
            throw new TroubleException($"nothing was added: {_path} was changed by somebody else meanwhile; try again");
        WholeFile.Replace(_path, bytes);
        return edit;
    }
}
