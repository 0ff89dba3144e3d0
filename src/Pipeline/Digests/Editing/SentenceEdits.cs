using System.Globalization;
using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Digests.Editing;

/// <summary>Applies what editors decided of sentences, after they were written: replaced, removed, added, headline, note.</summary>
/// <param name="gate">Says of a sentence whether the passages it cites bear it.</param>
internal sealed class SentenceEdits(Anchors anchors, Func<string, IReadOnlyList<CitedPassage>, Verdict> gate)
{
    private readonly Dictionary<string, string> urls = anchors.Items.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    private readonly List<EditOutcome> outcomes = [];
    private int added;

    public static (Digest Digest, IReadOnlyList<EditOutcome> Outcomes) Apply(Digest digest, Anchors anchors, IEnumerable<Edit> edits, Func<string, IReadOnlyList<CitedPassage>, Verdict> gate)
    {
        var work = new SentenceEdits(anchors, gate);
        foreach (var edit in edits)
            digest = edit switch
            {
                ReplaceSentence replace => work.Replace(digest, replace),
                AddSentence add => work.Add(digest, add),
                SetHeadline headline => work.Headline(digest, headline),
                AddNote note => work.Note(digest, note),
                _ => digest,
            };
        return (digest, work.outcomes);
    }

    private Digest Replace(Digest digest, ReplaceSentence edit)
    {
        var what = edit.By is null ? $"remove '{edit.Sentence}'" : $"replace '{edit.Sentence}'";
        var wanted = Sentence.WithoutStop(edit.Sentence);
        if (digest.Claims.Skip(1).FirstOrDefault(claim => Sentence.WithoutStop(claim.Text) == wanted) is not { } old)
            return Say(edit, what, "no sentence of the digest reads so", digest);
        if (edit.By is null)
            return Say(edit, what, null, Map(digest, claim => claim.Id == old.Id ? null : claim));
        return Claim(edit.By, old.Id, old.Kind is ClaimKind.Computed or ClaimKind.Editor ? ClaimKind.Case : old.Kind, digest, out var why) is { } claim
            ? Say(edit, what, null, Map(digest, other => other.Id == old.Id ? claim : other))
            : Say(edit, what, why, digest);
    }

    private Digest Add(Digest digest, AddSentence edit)
    {
        var what = $"add to {edit.To}";
        var at = digest.Briefs.ToList().FindIndex(brief => brief.Theme.Id == edit.To || brief.Theme.Name == edit.To);
        var kind = edit.To switch { "introduction" => ClaimKind.Introduction, "closing" => ClaimKind.Closing, _ => edit.Impact ? ClaimKind.Impact : ClaimKind.Case };
        if (at < 0 && kind is ClaimKind.Case or ClaimKind.Impact && at < 0)
            return Say(edit, what, $"the digest tells of no theme '{edit.To}'", digest);
        if (Claim(edit.Sentence, string.Create(CultureInfo.InvariantCulture, $"edit-{++added}"), kind, digest, out var why) is not { } claim)
            return Say(edit, what, why, digest);
        return Say(edit, what, null, edit.To switch
        {
            "introduction" => digest with { Introduction = [.. digest.Introduction, claim] },
            "closing" => digest with { Closing = [.. digest.Closing, claim] },
            _ => digest with { Briefs = [.. digest.Briefs.Select((brief, index) => index == at ? Longer(brief, claim, edit.Impact) : brief)] },
        });
    }

    private Digest Headline(Digest digest, SetHeadline edit) =>
        Claim(edit.Sentence, digest.Headline.Id, ClaimKind.Headline, digest, out var why) is { } claim
            ? Say(edit, "headline", null, digest with { Headline = claim })
            : Say(edit, "headline", why, digest);

    private Digest Note(Digest digest, AddNote edit) =>
        digest.Introduction.Any(claim => claim.Id == DigestPage.NoteId)
            ? Say(edit, "note", "there is a note already", digest)
            : Say(edit, "note", null, digest with { Introduction = [Own(edit.Text, DigestPage.NoteId, digest), .. digest.Introduction] });

    /// <summary>Null, with the reason, where the evidence is not there or does not bear it.</summary>
    private Claim? Claim(EditedSentence sentence, string id, ClaimKind kind, Digest digest, out string? why)
    {
        why = null;
        if (sentence.Evidence.Count == 0)
            return Own(sentence.Text, id, digest);
        var evidence = new List<Evidence>();
        foreach (var cited in sentence.Evidence)
            if (Find(cited, digest.News.Articles, out why) is { } piece)
                evidence.Add(piece);
            else
                return null;
        var verdict = gate(sentence.Text, [.. evidence.Select(piece => new CitedPassage(piece.Quotation, digest.News.Articles.First(article => article.Id == piece.Article).Publisher))]);
        why = verdict.Accepted ? null : $"the gate does not accept it: {string.Join("; ", verdict.Reasons)}";
        return verdict.Accepted
            ? new Claim { Id = id, Kind = kind, Text = sentence.Text, Language = Script.LanguageOf(sentence.Text), Evidence = evidence, Verdict = verdict }
            : null;
    }

    private Evidence? Find(Cited cited, IReadOnlyList<Article> articles, out string? why)
    {
        var article = articles.FirstOrDefault(article => article.Url == urls.GetValueOrDefault(cited.Item, cited.Item));
        why = article is null ? $"{cited.Item} is no item of the week" : $"'{cited.Quote}' does not stand in {cited.Item}";
        if (article is null)
            return null;
        foreach (var (passage, whole) in new[] { (Passage.Text, article.Text), (Passage.Title, article.Title) })
            if (whole.IndexOf(cited.Quote, StringComparison.Ordinal) is var start && start >= 0)
                return new Evidence(article.Id, passage, start, cited.Quote);
        return null;
    }

    private static Claim Own(string text, string id, Digest digest) => new() { Id = id, Kind = ClaimKind.Editor, Text = text, Language = Wording.Primary(digest.News.Language) };

    private static Brief Longer(Brief brief, Claim claim, bool impact) =>
        impact ? brief with { Impact = [.. brief.Impact, claim] } : brief with { Chain = [.. brief.Chain, claim] };

    /// <summary>Every claim but the headline changed, or gone; what is left empty is gone too.</summary>
    private static Digest Map(Digest digest, Func<Claim, Claim?> change)
    {
        return digest with
        {
            Introduction = Each(digest.Introduction),
            Briefs = [.. digest.Briefs.Select(brief => brief with { Chain = Each(brief.Chain), Impact = Each(brief.Impact) })],
            Advice = [.. digest.Advice.Select(advice => advice with { Claims = Each(advice.Claims) }).Where(advice => advice.Claims.Count > 0)],
            Outlook = [.. digest.Outlook.Select(outlook => (Outlook: outlook, Trend: outlook.Trend is { } trend ? change(trend) : null, Signal: change(outlook.Signal)))
                .Where(outlook => outlook.Signal is not null).Select(outlook => outlook.Outlook with { Trend = outlook.Trend, Signal = outlook.Signal! })],
            Closing = Each(digest.Closing),
        };

        Claim[] Each(IEnumerable<Claim> claims) => [.. claims.Select(change).OfType<Claim>()];
    }

    private Digest Say(Edit edit, string what, string? why, Digest digest)
    {
        outcomes.Add(new EditOutcome(edit.Line, what, why));
        return digest;
    }
}
