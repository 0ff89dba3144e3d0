namespace Pipeline.Digests;

/// <summary>The pages' Liquid files of one language.</summary>
public sealed class Templates
{
    private Templates(PageTemplate digest, PageTemplate news, PageTemplate archive) => (Digest, News, Archive) = (digest, news, archive);

    internal PageTemplate Digest { get; }

    internal PageTemplate News { get; }

    internal PageTemplate Archive { get; }

    /// <summary>Reads <c>digest.liquid</c>, <c>raw-news.liquid</c> and <c>archive.liquid</c> from the language's folder: <c>en</c> serves <c>en-GB</c> too.</summary>
    /// <exception cref="TemplateException">A file is missing or has a mistake.</exception>
    public static Templates Load(string folder, string language)
    {
        var inLanguage = new[] { language, Wording.Primary(language) }.Select(name => Path.Combine(folder, name)).FirstOrDefault(Directory.Exists)
            ?? throw new TemplateException(folder, 0, 0, $"there is no folder '{language}' with templates");
        return new Templates(Read(inLanguage, "digest.liquid"), Read(inLanguage, "raw-news.liquid"), Read(inLanguage, "archive.liquid"));
    }

    private static PageTemplate Read(string folder, string name)
    {
        var file = Path.Combine(folder, name);
        return File.Exists(file)
            ? new PageTemplate(file, File.ReadAllText(file))
            : throw new TemplateException(file, 0, 0, "there is no such template");
    }
}
