namespace Pipeline.Model;

/// <summary>What editors name, in one language or in both.</summary>
public abstract record Named(string Name)
{
    /// <summary>What it is called in digests of a language, by primary subtag (<c>en</c>, <c>zh</c>), where that is not <see cref="Name"/>.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <param name="language">The digest's: <c>zh-CN</c> or <c>en</c>.</param>
    public string NameIn(string language) => Names.GetValueOrDefault(language.Split('-')[0], Name);
}
