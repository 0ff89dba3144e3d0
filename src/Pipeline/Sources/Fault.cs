using System.Globalization;

namespace Pipeline.Sources;

/// <summary>A mistake in sources.yaml and what to do about it. Line and column count from 1; both are 0 where the whole file is meant.</summary>
public sealed record Fault(string File, int Line, int Column, string What, string Remedy)
{
    public override string ToString() => Line == 0
        ? $"{File}: {What}; {Remedy}"
        : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {What}; {Remedy}");
}

/// <summary>Everything that is wrong with sources.yaml, in the order of its lines; the message has a line for each.</summary>
public sealed class SettingsException(IReadOnlyList<Fault> faults) : Exception(string.Join('\n', faults))
{
    public IReadOnlyList<Fault> Faults { get; } = faults;
}
