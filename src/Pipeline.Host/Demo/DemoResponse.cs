using System.IO.Hashing;

namespace Pipeline.Host.Demo;

/// <summary>Where something is served: a host and a path; queries are the readers' trackers and do not matter.</summary>
internal sealed record DemoAddress(string Host, string Path)
{
    public static DemoAddress Of(Uri url) => new(url.Host, url.AbsolutePath);
}

/// <summary>What is answered there.</summary>
internal sealed record DemoResponse(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    public string ETag { get; } = $"\"{Convert.ToHexStringLower(XxHash3.Hash(Body.Span))}\"";
}
