using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Digests.Checking;
using Pipeline.Model;

namespace Pipeline.Digests.Adopting;

/// <summary>Reads, from the digest page as it stands and the data it was written from, what its editor wants.</summary>
/// <param name="published">What the page was written from.</param>
/// <param name="rebuilt">What the next page is written from; with <paramref name="next"/> it shows which words are the templates'.</param>
/// <param name="gate">Says of a sentence whether the passages it cites bear it.</param>
internal sealed partial class HandChanges(DigestData published, Page page, DigestData rebuilt, Page next, Func<string, IReadOnlyList<CitedPassage>, Verdict> gate)
{
    /// <summary>Of a text in an edits file.</summary>
    private const int Longest = 2000;

    private readonly List<string> edits = [];
    private readonly List<string> left = [];

    public Adoption Read()
    {
        var model = new PageParts(next, rebuilt);
        var parts = new PageParts(page, published, model.Headings);
        Headline();
        Front();
        Themes(parts, model);
        Sentences(parts, Boilerplate(model));
        foreach (var stray in page.Strays)
            left.Add(stray.ToString());
        foreach (var link in page.Links.Where(link => PublishedWeek.Resolve(page.Path, link.Url) is null))
            Leave(link.Line, $"the link to {link.Url}: an edit's links are those of its evidence");
        return new Adoption(edits, left);
    }

    private void Headline()
    {
        var headline = Digests.Sentence.WithoutStop(published.Claims.First(claim => claim.Id == published.Headline).Text);
        var (title, was) = (Title(), FrontMatter.Harmless(published.Title));
        if (title is null || title == was || !was.EndsWith(FrontMatter.Harmless(headline), StringComparison.Ordinal))
            return;
        var before = was[..^FrontMatter.Harmless(headline).Length];
        if (title.StartsWith(before, StringComparison.Ordinal) && title.Length > before.Length)
            Offer(new SetHeadline(0, new EditedSentence(title[before.Length..], [])));
        else
            Leave(1, $"the title: what stands before the headline is made of the site's title and the week ({before.TrimEnd()})");
    }

    /// <summary>What stands there is set in sources.yaml, but for the title and the description, which are made of the headline and the introduction.</summary>
    private void Front()
    {
        var (lines, others) = (page.Front?.Split('\n') ?? [], next.Front?.Split('\n') ?? []);
        for (var at = 0; at < lines.Length; at++)
            if (!others.Contains(lines[at]) && !lines[at].StartsWith("title:", StringComparison.Ordinal) && !lines[at].StartsWith("description:", StringComparison.Ordinal))
                Leave(at + 2, $"'{Short(lines[at])}': front matter is set under 'site' in sources.yaml");
    }

    /// <summary>The first-level heading's, else the front matter's; of two the one that was changed.</summary>
    private string? Title()
    {
        var was = FrontMatter.Harmless(published.Title);
        var line = page.Front?.Split('\n').FirstOrDefault(line => line.StartsWith("title: ", StringComparison.Ordinal))?["title: ".Length..].Trim();
        if (line is ['"', .., '"'])
            line = line[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
        string?[] titles = [page.Blocks.FirstOrDefault(block => block.Level == 1)?.Text, line];
        return titles.OfType<string>().Select(FrontMatter.Harmless).OrderBy(title => title == was).FirstOrDefault();
    }

    private void Themes(PageParts parts, PageParts model)
    {
        string[] told = [.. published.Themes.Where(theme => theme.Claims.Count > 0).Select(theme => theme.Id)];
        string[] there = [.. parts.Themes.Where(told.Contains)];
        foreach (var id in there)
            Rename(id, parts, model);
        if (!there.SequenceEqual(told.Where(there.Contains)))
            Offer(new OrderThemes(0, there));
        foreach (var gone in told.Except(there))
            Offer(new DropTheme(0, gone));
    }

    private void Rename(string id, PageParts parts, PageParts model)
    {
        if (HeadingOf(parts, id) is not { } heading || heading.Text.EndsWith(Title(id, published), StringComparison.Ordinal))
            return;
        var (title, of) = (Title(id, rebuilt), HeadingOf(model, id)?.Text);
        // What stands before the title is the template's: 主轴一：
        var before = of is not null && title.Length > 0 && of.EndsWith(title, StringComparison.Ordinal) ? of[..^title.Length] : heading.Text[..(heading.Text.IndexOfAny([':', '：']) + 1)];
        var length = heading.Text.StartsWith(before, StringComparison.Ordinal) ? before.Length : heading.Text.IndexOfAny([':', '：']) + 1;
        Offer(new RenameTheme(0, id, heading.Text[length..].Trim()));
    }

    private static string Title(string id, DigestData data) => PlainText.Fold(data.Themes.FirstOrDefault(theme => theme.Id == id)?.Title ?? "");

    private static PageBlock? HeadingOf(PageParts parts, string id) => parts.Blocks.FirstOrDefault(placed => placed.Part.Theme == id && placed.Block.Level > 0)?.Block;

    /// <summary>The words that templates write between claims, numbers aside, each up to its colon too.</summary>
    private HashSet<string> Boilerplate(PageParts model)
    {
        var texts = new PageSentences(model, rebuilt).Stretches.Select(stretch => stretch.Text)
            .Concat(published.Advice.Select(advice => advice.Role + "：")).Concat(published.Outlook.Select(outlook => outlook.Title + "："));
        return [.. texts.SelectMany(text => text.Split(':', '：').SkipLast(1).Select(label => label + "：").Append(text)).Select(Plain)];
    }

    private void Sentences(PageParts parts, HashSet<string> boilerplate)
    {
        var sentences = new PageSentences(parts, published);
        var belongs = PageParts.ClaimParts(published);
        // A theme that is gone takes its sentences along.
        var missing = published.Claims.Where(claim => claim.Id != published.Headline && !sentences.Claims.ContainsKey(claim.Id))
            .Where(claim => belongs[claim.Id].Theme is not { } theme || parts.Themes.Contains(theme)).ToList();
        foreach (var stretch in sentences.Stretches)
            if (Written(stretch.Text, boilerplate) is { Length: > 0 } text)
                Sentence(stretch, text, Replaced(stretch, sentences, missing, belongs));
        foreach (var claim in missing)
            Offer(new ReplaceSentence(0, claim.Text, null));
    }

    /// <summary>The claim whose place it took: one that is missing between the claims before and after it. It is missing no longer.</summary>
    private DataClaim? Replaced(Stretch stretch, PageSentences sentences, List<DataClaim> missing, Dictionary<string, PagePart> belongs)
    {
        DataClaim[] own = [.. published.Claims.Where(claim => claim.Id != published.Headline && belongs[claim.Id] == stretch.Place.Part)];
        var before = own.LastOrDefault(claim => sentences.Claims.TryGetValue(claim.Id, out var found) && IsBefore(found, stretch));
        var after = own.FirstOrDefault(claim => sentences.Claims.TryGetValue(claim.Id, out var found) && !IsBefore(found, stretch));
        var between = own.Skip(before is null ? 0 : Array.IndexOf(own, before) + 1).Take(after is null ? own.Length : Math.Max(0, Array.IndexOf(own, after) - (before is null ? 0 : Array.IndexOf(own, before) + 1)));
        var claim = between.FirstOrDefault(claim => missing.Contains(claim) && (stretch.Place.Part.Theme is null || stretch.InList == (claim.Kind == "impact")));
        if (claim is not null)
            missing.Remove(claim);
        return claim;
    }

    private static bool IsBefore(FoundClaim claim, Stretch stretch) =>
        (claim.Place.Block.Line, claim.Start).CompareTo((stretch.Place.Block.Line, stretch.Start)) < 0;

    private void Sentence(Stretch stretch, string text, DataClaim? old)
    {
        var part = stretch.Place.Part;
        var (sentence, remark) = Grounded(text, stretch.Items, old ?? published.Claims.FirstOrDefault(claim => Digests.Sentence.WithoutStop(claim.Text) == Digests.Sentence.WithoutStop(text)));
        if (text.Length > Longest)
            Leave(stretch.Place.Block.Line, $"a text of {text.Length} characters; an edit holds {Longest}");
        else if (old is not null)
            Offer(new ReplaceSentence(0, old.Text, sentence), remark);
        else if (part.Theme is { } theme)
            Offer(new AddSentence(0, theme, stretch.InList, sentence), remark);
        else if (part.Name == "introduction" && IsNote(stretch))
            Offer(new AddNote(0, text));
        else if (part.Name is "introduction" or "closing")
            Offer(new AddSentence(0, part.Name, false, sentence), remark);
        else
            Leave(stretch.Place.Block.Line, $"'{Short(text)}': an edit adds to a theme, the introduction or the closing");
    }

    /// <summary>A paragraph of its own above the first claim.</summary>
    private bool IsNote(Stretch stretch) =>
        !published.Introduction.Contains(DigestPage.NoteId) && stretch.Items.Count == 0 && !stretch.Place.Block.Links.Any()
        && page.Blocks.TakeWhile(block => block != stretch.Place.Block).All(block => block.Level == 1);

    /// <summary>On what the sentence in its place rested, where what was written still cites it and the gate accepts it.</summary>
    private (EditedSentence Sentence, string? Remark) Grounded(string text, IReadOnlyList<string> items, DataClaim? old)
    {
        DataEvidence[] cited = [.. (old?.Evidence ?? []).Where(piece => items.Contains(piece.Item) && PlainText.Fold(piece.Quotation) == piece.Quotation && piece.Quotation.Length <= Longest)];
        if (cited.Length == 0)
            return (new EditedSentence(text, []), null);
        var verdict = gate(text, [.. cited.Select(piece => new CitedPassage(piece.Quotation, published.Items.FirstOrDefault(item => item.Id == piece.Item)?.Publisher ?? ""))]);
        return verdict.Accepted
            ? (new EditedSentence(text, [.. cited.Select(piece => new Cited(piece.Item, piece.Quotation))]), null)
            : (new EditedSentence(text, []), $"not grounded in {string.Join(", ", items)}: {string.Join("; ", verdict.Reasons)}");
    }

    /// <summary>What is left of a stretch without the templates' words.</summary>
    private static string Written(string text, HashSet<string> boilerplate)
    {
        while (Labels().Match(text) is { Success: true } label && boilerplate.Contains(Plain(label.Value)))
            text = text[label.Length..].TrimStart();
        return boilerplate.Contains(Plain(text)) || !text.Any(char.IsLetterOrDigit) ? "" : text;
    }

    private void Offer(Edit edit, string? remark = null) => edits.Add(EditYaml.Write(edit, remark));

    private void Leave(int line, string what) => left.Add(string.Create(CultureInfo.InvariantCulture, $"{page.Path}:{line}: {what}"));

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    /// <summary>Weeks and counts differ from page to page.</summary>
    private static string Plain(string text) => Numbers().Replace(text, "0").Replace(':', '：').Trim();

    [GeneratedRegex(@"\A[^:：]*[:：]", RegexOptions.CultureInvariant)]
    private static partial Regex Labels();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
