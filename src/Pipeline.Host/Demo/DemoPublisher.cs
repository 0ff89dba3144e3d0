using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Pipeline.Host.Demo;

/// <summary>How an invented publisher serves its news: publisher.yaml.</summary>
internal sealed record DemoPublisher
{
    /// <summary>Under <c>.example</c>, always: RFC 2606 keeps it from ever being anyone's.</summary>
    public string Host { get; init; } = "";

    public string Title { get; init; } = "";

    public string Tagline { get; init; } = "";

    public string Language { get; init; } = "en";

    /// <summary>The newsroom's distance from UTC, in which news.md is dated: <c>+08:00</c>.</summary>
    public string Offset { get; init; } = "+00:00";

    public string FeedPath { get; init; } = "/feed.xml";

    public string FeedType { get; init; } = "application/rss+xml; charset=utf-8";

    public string PageType { get; init; } = "text/html; charset=utf-8";

    /// <summary>What the bytes are written in, whatever the types above say.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>Anything but 200 is a publisher whose whole site is down.</summary>
    public int Status { get; init; } = 200;

    public static DemoPublisher Read(string folder)
    {
        var file = Path.Combine(folder, "publisher.yaml");
        var publisher = new DeserializerBuilder()
            .WithNamingConvention(HyphenatedNamingConvention.Instance).WithDuplicateKeyChecking().Build()
            .Deserialize<DemoPublisher>(File.ReadAllText(file));
        return publisher.Host.EndsWith(".example", StringComparison.Ordinal)
            ? publisher
            : throw new FormatException($"{file}: the host '{publisher.Host}' is not under .example.");
    }
}
