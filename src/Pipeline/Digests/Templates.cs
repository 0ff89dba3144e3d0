using Pipeline.Templating;

namespace Pipeline.Digests;

/// <summary>The pages' Liquid files of one language.</summary>
public sealed class Templates
{
    private static readonly TemplateViews Views = new(
        typeof(DigestView), typeof(CorrectionView), typeof(ThemeView), typeof(AdviceView), typeof(OutlookView), typeof(NewsView), typeof(CoverageView),
        typeof(ItemView), typeof(ArchiveView), typeof(WeekView));

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
        return new Templates(Read(inLanguage, "digest.liquid"), Read(inLanguage, "raw-news.liquid"), Read(inLanguage, "archive.liquid"));
    }

    private static LiquidTemplate Read(string folder, string name) => LiquidTemplate.Read(Path.Combine(folder, name), Views);
}
