using System.Globalization;

namespace Pipeline.Templating;

/// <summary>A mistake in a template. Line and column count from 1; they are 0 where the place is not known.</summary>
public sealed class TemplateException(string file, int line, int column, string mistake, Exception? cause = null)
    : Exception(line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{file}:{line}:{column}: {mistake}") : $"{file}: {mistake}", cause)
{
    public string File { get; } = file;

    public int Line { get; } = line;

    public int Column { get; } = column;
}
