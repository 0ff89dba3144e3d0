namespace Pipeline.Benchmarks.Clipping;

/// <summary>What is measured: bytes in, the article's text out.</summary>
internal interface IExtractor
{
    string Name { get; }

    /// <summary>Where the time goes, summed; empty where an extractor can't be looked into.</summary>
    Dictionary<string, TimeSpan> Phases { get; }

    string Extract(PageFile page);
}
