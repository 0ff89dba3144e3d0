using Pipeline.Model;

namespace Pipeline.Stories;

/// <summary>Why an article stands in its story.</summary>
/// <param name="CopyOf">What it repeats; then nothing else was asked of it.</param>
/// <param name="Joined">The articles of its story that it resembles, the most alike first.</param>
/// <param name="Close">Those of other stories that it came close to.</param>
public sealed record Trace(Article Article, Article? CopyOf, IReadOnlyList<Resemblance> Joined, IReadOnlyList<Resemblance> Close);

/// <param name="Likeness">After time and contradiction, 0 to 1.</param>
/// <param name="Features">What both have, the most telling first: stems, names, <c>#numbers</c>, <c>@aliases</c>, <c>~meanings</c>.</param>
/// <param name="Contradicts">Whether the titles name another version or amount.</param>
public sealed record Resemblance(Article Other, double Likeness, IReadOnlyList<string> Features, bool Contradicts);
