namespace Pipeline.Model;

/// <summary>What the published files need to know of the site that will build them.</summary>
public sealed record Site
{
    /// <summary>The series' title; the week's label and headline follow it.</summary>
    public string Title { get; init; } = "本周 AI 周报";

    /// <summary>The digest's language: <c>zh-CN</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "zh-CN";

    /// <summary>Whether a space stands between Han characters and Latin letters or digits.</summary>
    public bool Spaced { get; init; } = true;

    /// <summary>ASCII, unique when lower-cased: a Chinese tag stops eleventy-base-blog.</summary>
    public IReadOnlyList<string> Tags { get; init; } = ["AI"];

    /// <summary>Null leaves it to what the generator's profile has: <c>layouts/post.njk</c> for Eleventy.</summary>
    public string? Layout { get; init; }

    /// <summary>One of <see cref="Generators"/>.</summary>
    public string Generator { get; init; } = "eleventy";

    /// <summary>The site generators for which there is a profile.</summary>
    public static IReadOnlyList<string> Generators { get; } = ["eleventy", "hugo", "jekyll", "astro", "hexo", "vitepress", "mkdocs", "pelican"];

    /// <summary>Where digests/ stands in the site's content (<c>weekly</c>, <c>blog/weekly</c>), for the generators whose pages name their own address; empty at its root.</summary>
    public string Path { get; init; } = "";

    /// <summary>The address at which digests/ is published, with a slash at its end; null where there are to be no feeds.</summary>
    public Uri? Url { get; init; }

    /// <summary>The folder under digests/ that holds the raw-news pages, and the start of each page's name.</summary>
    public string RawNewsFolder { get; init; } = "weekly_news";

    public string RawNewsPrefix { get; init; } = "ai_news_";

    /// <summary>The raw-news page's title, before the week's label.</summary>
    public string RawNewsTitle { get; init; } = "AI Weekly Digest";
}
