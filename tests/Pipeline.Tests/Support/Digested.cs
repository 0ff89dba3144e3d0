using System.Runtime.CompilerServices;
using Pipeline.Analysis;
using Pipeline.Analysis.Prompting;
using Pipeline.Digests;
using Pipeline.Model;

namespace Pipeline.Tests.Support;

/// <summary>A digest that a model had a hand in, and what every one of them has to be.</summary>
internal static class Digested
{
    public static Prompts Prompts(string language) =>
        Pipeline.Analysis.Prompting.Prompts.Load(name => Path.Combine(Cases.Root, "templates", language, name));

    public static Task<Digest> WriteAsync(WeekNews news, FakeModel model) =>
        ModelAnalyst.WriteAsync(news, new ModelWriter(model, Prompts(news.Language)), CancellationToken.None);

    private static readonly ConditionalWeakTable<WeekNews, Digest> Usual = [];

    /// <summary>No part is missing that the articles give, every claim passes the gate once more, and the files can be written.</summary>
    public static void AssertSound(Digest digest)
    {
        var usual = Usual.GetValue(digest.News, news => ModelAnalyst.Cleared(ExtractiveAnalyst.Write(news)));
        Assert.Equal(usual.Briefs.Select(brief => brief.Theme.Id), digest.Briefs.Select(brief => brief.Theme.Id));
        Assert.All(digest.Briefs, brief => Assert.Contains(brief.Chain, claim => claim.Kind == ClaimKind.Case));
        Assert.NotEmpty(digest.Headline.Text);
        Assert.True(digest.Introduction.Count >= usual.Introduction.Count && digest.Closing.Count >= usual.Closing.Count);
        Assert.Equal(usual.Advice.Count > 0, digest.Advice.Count > 0);
        Assert.Equal(usual.Outlook.Count > 0, digest.Outlook.Count > 0);
        var articles = digest.News.Articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        Assert.All(digest.Claims, claim => Assert.True(claim.Verdict.Accepted && GroundingGate.Examine(claim, articles, digest.News).Accepted, claim.Text));
        Assert.Equal(digest.Claims.Count(), digest.Claims.DistinctBy(claim => claim.Id).Count());
        Assert.NotEmpty(Files(digest));
    }

    public static IReadOnlyList<OutputFile> Files(Digest digest)
    {
        var anchors = Anchoring.Assign(Anchors.None, digest.News.Articles, digest.News.Grouping);
        var site = new Site { Language = digest.News.Language };
        return DigestWriter.Write(digest, anchors, site, Templates.Load(Path.Combine(Cases.Root, "templates"), digest.News.Language), null);
    }
}
