using Pipeline.Analysis.Extraction;
using Pipeline.Analysis.Prompting;
using Pipeline.Model;

namespace Pipeline.Analysis;

/// <summary>The analyst that has a language model write, from passages that it is shown, sentences that the gate then examines.</summary>
/// <remarks>
/// First a theme at a time, then the week from what was accepted of the themes. What the model can't give or the gate refuses is
/// asked for once more, and then written by <see cref="ExtractiveAnalyst"/>: a digest is complete whatever the model does.
/// </remarks>
public static class ModelAnalyst
{
    public const string Name = "model";

    public static Task<Digest> WriteAsync(WeekNews news, ModelWriter writer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(news);
        return WriteAsync(news, Reading.Of(news.Articles), writer, cancellation);
    }

    /// <param name="reading">Of the week's articles.</param>
    internal static async Task<Digest> WriteAsync(WeekNews news, Reading reading, ModelWriter writer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var extractive = Cleared(ExtractiveAnalyst.Write(news, reading));
        var desk = new WritingDesk(news, writer);
        var briefs = new List<Brief>();
        foreach (var theme in news.Grouping.Themes)
        {
            var usual = extractive.Briefs.FirstOrDefault(brief => ReferenceEquals(brief.Theme, theme));
            if (await new ThemeWriter(theme, usual, desk).WriteAsync(cancellation) is { } brief)
                briefs.Add(brief);
        }

        var digest = await new WeekWriter(extractive with { Briefs = briefs }, desk).WriteAsync(cancellation);
        return digest with { Analyst = Name, Work = desk.Work, Refused = [.. desk.Refused, .. extractive.Refused] };
    }

    /// <summary>Without quotations that speak to a machine or urge their readers: what a model is not shown, a digest with a model's name on it does not quote.</summary>
    internal static Digest Cleared(Digest digest) => digest with
    {
        Briefs = [.. digest.Briefs.Select(brief => brief with { Chain = Cleared(brief.Chain), Impact = Cleared(brief.Impact) })
            .Where(brief => brief.Chain.Any(claim => claim.Kind == ClaimKind.Case))],
        Advice = [.. digest.Advice.Select(advice => advice with { Claims = Cleared(advice.Claims) }).Where(advice => advice.Claims.Count > 0)],
        Outlook = [.. digest.Outlook.Where(outlook => Neutral.IsShowable(outlook.Signal.Text))],
    };

    private static List<Claim> Cleared(IReadOnlyList<Claim> claims) =>
        [.. claims.Where(claim => claim.Evidence.Count == 0 || Neutral.IsShowable(claim.Text))];
}
