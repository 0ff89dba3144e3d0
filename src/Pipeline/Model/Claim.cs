namespace Pipeline.Model;

/// <summary>What part a claim plays in the digest.</summary>
public enum ClaimKind { Case, Impact, Advice, Signal, Headline, Introduction, Closing, Computed, Editor }

/// <summary>What a figure of a computed claim counts.</summary>
public enum Measure { Items, Publishers, Sources, Stories, Themes, Languages }

/// <summary>A number that a computed claim states, and the ids of the articles it was counted from; the gate counts again.</summary>
/// <remarks><see cref="Measure.Themes"/> counts the themes in which at least one of the articles stands.</remarks>
public sealed record Figure(Measure Measure, int Value, IReadOnlyList<string> Articles);

/// <summary>What the gate said of a claim; the reasons are empty where it was accepted.</summary>
public sealed record Verdict(bool Accepted, IReadOnlyList<string> Reasons)
{
    public static Verdict Pass { get; } = new(true, []);
}

/// <summary>A sentence of the digest, together with what it rests on.</summary>
public sealed record Claim
{
    /// <summary>Unique in its digest: <c>t1-case-1</c>, <c>outlook-2</c>, ….</summary>
    public required string Id { get; init; }

    public required ClaimKind Kind { get; init; }

    /// <summary>Plain text, one line, unescaped.</summary>
    public required string Text { get; init; }

    /// <summary>The language of <see cref="Text"/>: where it is not the digest's, the sentence is quoted and marked.</summary>
    public required string Language { get; init; }

    /// <summary>The passages that say so. A computed claim has none.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>The numbers of a computed claim.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>The articles a computed claim names beyond its figures, such as the most widely told story's.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    public Verdict Verdict { get; init; } = Verdict.Pass;
}
