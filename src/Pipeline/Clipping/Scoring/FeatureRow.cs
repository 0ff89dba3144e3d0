namespace Pipeline.Clipping.Scoring;

/// <summary>Takes down a line's features in their order; the names are kept where they are asked for.</summary>
internal sealed class FeatureRow(List<string>? names = null)
{
    private readonly List<float> _values = new(192);

    public ReadOnlySpan<float> Values => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_values);

    public void Clear() => _values.Clear();

    public void Add(string name, double value)
    {
        names?.Add(name);
        _values.Add((float)value);
    }

    public void Add(string name, bool value) => Add(name, value ? 1 : 0);
}
