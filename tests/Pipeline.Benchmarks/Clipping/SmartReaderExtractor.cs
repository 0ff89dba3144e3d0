using Pipeline.Clipping;

namespace Pipeline.Benchmarks.Clipping;

/// <summary>SmartReader, the .NET port of Readability. It is given the decoded text, for it decodes none itself.</summary>
internal sealed class SmartReaderExtractor : IExtractor
{
    public string Name => "SmartReader";

    public Dictionary<string, TimeSpan> Phases { get; } = [];

    public string Extract(PageFile page)
    {
        using var reader = new SmartReader.Reader(page.Url.AbsoluteUri, PageDecoder.Decode(page.Html, null));
        return reader.GetArticle().TextContent ?? "";
    }
}
