namespace Pipeline.Digests;

// What templates see: every string but a number is escaped Markdown on one line already, so that no template can forget it.
// What is absent is null here and false there (ViewMember).

/// <param name="Heading">Whether the page's title belongs into its body.</param>
/// <param name="AnchorHeadings">Whether what has an anchor is also a heading with that id, where the generator drops <c>&lt;a id&gt;</c>.</param>
internal sealed record DigestView(
    bool Heading, bool AnchorHeadings, string Title, IReadOnlyList<CorrectionView> Corrections, string? Note, string? Introduction, IReadOnlyList<ThemeView> Themes, IReadOnlyList<AdviceView> Advice,
    IReadOnlyList<OutlookView> Outlook, string? Closing, string? HeadlineMark, string? HeadlineLinks, string NewsTitle, string NewsLink,
    int ReadingMinutes, int Items, int Publishers);

/// <param name="Date">The day on which the changes were seen.</param>
/// <param name="Changed">Links to the items.</param>
/// <param name="Withdrawn">Links to the items.</param>
internal sealed record CorrectionView(string Date, string? Changed, string? Withdrawn);

/// <param name="Number">Its place in the digest, in the words of the language: 一, 1.</param>
/// <param name="Chain">The evidence chain, one paragraph.</param>
/// <param name="Since">The label of the week in which it was first told; absent where it is new.</param>
/// <param name="Returning">Whether the last published week did not tell of it.</param>
internal sealed record ThemeView(string Id, string Number, string Title, string? Chain, IReadOnlyList<string> Impacts, string? Since, bool Returning);

internal sealed record AdviceView(string Role, string Text);

/// <param name="Due">When the signal is to come; absent where it names no date.</param>
internal sealed record OutlookView(string Title, string? Trend, string Signal, string? Due);

internal sealed record NewsView(bool Heading, bool AnchorHeadings, string Title, CoverageView Coverage, IReadOnlyList<ItemView> Items);

/// <param name="PublisherNames">The busiest first.</param>
internal sealed record CoverageView(int Items, int Publishers, string PublisherNames, int Read, string ReadNames, int Failed, string FailedNames);

/// <param name="Title">Linked to the original, with what is known against the link.</param>
/// <param name="Date">The day in the week's zone.</param>
/// <param name="Also">Links to the items by which other publishers tell the same story.</param>
/// <param name="Themes">Links to the themes in the digest.</param>
/// <param name="Since">The label of the earlier week that first told of its event.</param>
internal sealed record ItemView(string Id, string Title, string Publisher, string Date, string? Excerpt, string? Also, string? Themes, string? Since);

internal sealed record ArchiveView(string Title, bool Heading, IReadOnlyList<WeekView> Weeks);

internal sealed record WeekView(string Title, string Link, string Date);
