using System.Text;

namespace Pipeline.Sources;

/// <summary>A file's text, or the reason why there is none.</summary>
internal static class FileText
{
    /// <summary>In bytes, as of an OPML list: tens of thousands of sources fit; what is larger is another file.</summary>
    private const int Largest = 10_000_000;

    /// <exception cref="SettingsException">The file is missing, unreadable, too large, or no UTF-8.</exception>
    public static string Read(string path)
    {
        var faults = new Faults(path);
        var bytes = BytesOf(path, faults);
        if (bytes.Contains((byte)0))
            throw faults.Stop(default, "this is no text in UTF-8", "save it as UTF-8");
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException fault)
        {
            var line = bytes.AsSpan(0, Math.Clamp(fault.Index, 0, bytes.Length)).Count((byte)'\n') + 1;
            throw faults.Stop(new Place(line, 1), "this line is not UTF-8", "save the file as UTF-8");
        }
    }

    private static byte[] BytesOf(string path, Faults faults)
    {
        if (Directory.Exists(path))
            throw faults.Stop(default, "this is a folder", "name the file in it");
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[Largest + 1];
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length <= Largest
                ? bytes[..length]
                : throw faults.Stop(default, "the file is larger than 10 MB", "this is hardly a list of sources: name another with --sources");
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw faults.Stop(default, "there is no such file", "copy the sources.yaml that ships with the command, or name another with --sources");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw faults.Stop(default, $"the file can't be read: {fault.Message}", "name another with --sources, or let this user read it");
        }
    }
}
