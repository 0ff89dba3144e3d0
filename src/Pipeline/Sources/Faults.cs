namespace Pipeline.Sources;

/// <summary>A place in the file, counted from 1; <c>default</c> is the file as a whole.</summary>
internal readonly record struct Place(int Line, int Column);

/// <summary>Gathers the faults of one file, so that an editor sees all of them at once.</summary>
internal sealed class Faults(string file)
{
    private readonly List<Fault> found = [];

    public void Add(Place place, string what, string remedy) => found.Add(Of(place, what, remedy));

    /// <summary>For what makes it useless to read on.</summary>
    public SettingsException Stop(Place place, string what, string remedy) => new([Of(place, what, remedy)]);

    public void ThrowIfAny()
    {
        if (found.Count > 0)
            throw new SettingsException([.. found.OrderBy(fault => fault.Line).ThenBy(fault => fault.Column)]);
    }

    private Fault Of(Place place, string what, string remedy) => new(file, place.Line, place.Column, what, remedy);
}
