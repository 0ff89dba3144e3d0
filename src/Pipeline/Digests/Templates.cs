using Pipeline.Templating;

namespace Pipeline.Digests;

/// <summary>The pages' Liquid files of one language.</summary>
public sealed class Templates
{
    /// <summary>What each page sees, made once: what another page sees is a mistake in it.</summary>
    private static readonly TemplateViews
        OfDigest = new(typeof(DigestView), typeof(CorrectionView), typeof(ThemeView), typeof(AdviceView), typeof(OutlookView)),
        OfNews = new(typeof(NewsView), typeof(CoverageView), typeof(ItemView)),
        OfArchive = new(typeof(ArchiveView), typeof(WeekView));

    private Templates(LiquidTemplate digest, LiquidTemplate news, LiquidTemplate archive) => (Digest, News, Archive) = (digest, news, archive);

    internal LiquidTemplate Digest { get; }

    internal LiquidTemplate News { get; }

    internal LiquidTemplate Archive { get; }

    /// <summary>Reads <c>digest.liquid</c>, <c>raw-news.liquid</c> and <c>archive.liquid</c> from the language's folder: <c>en</c> serves <c>en-GB</c> too.</summary>
    /// <exception cref="TemplateException">A file is missing or has a mistake.</exception>
    public static Templates Load(string folder, string language)
    {
        var inLanguage = new[] { language, Wording.Primary(language) }.Select(name => Path.Combine(folder, name)).FirstOrDefault(Directory.Exists)
            ?? throw new TemplateException(folder, 0, 0, $"there is no folder '{language}' with templates");
        return new Templates(Read("digest.liquid", OfDigest), Read("raw-news.liquid", OfNews), Read("archive.liquid", OfArchive));

        LiquidTemplate Read(string name, TemplateViews views) => LiquidTemplate.Read(Path.Combine(inLanguage, name), views);
    }
}
