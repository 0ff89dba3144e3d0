namespace Pipeline.Model;

/// <summary>What is said of one theme: the evidence chain (证据链) and the impact judgements (影响判断).</summary>
public sealed record Brief(Theme Theme, IReadOnlyList<Claim> Chain, IReadOnlyList<Claim> Impact);

/// <summary>What the week says to one role (对不同角色的短期建议).</summary>
public sealed record Advice(string Role, IReadOnlyList<Claim> Claims);

/// <summary>A line of development to watch (趋势展望): the theme, where it is going, and the signal to look for (观察信号).</summary>
public sealed record Outlook(string Theme, Claim? Trend, Claim Signal)
{
    /// <summary>When the signal is to come, where its sentence says so.</summary>
    public Due? Due { get; init; }
}

/// <summary>What was read for a week. Kept at first publication, so that a rebuild says the same.</summary>
public sealed record Coverage
{
    /// <summary>The names of the sources that could be read, and of those that could not, in the order of sources.yaml.</summary>
    public IReadOnlyList<string> Read { get; init; } = [];

    public IReadOnlyList<string> Failed { get; init; } = [];
}

/// <summary>A week's articles, grouped: what an analyst writes from.</summary>
public sealed record WeekNews
{
    public required Week Week { get; init; }

    /// <summary>The digest's language: <c>zh-CN</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Every article of the week, ordered by publication and URL.</summary>
    public required IReadOnlyList<Article> Articles { get; init; }

    /// <summary>Themes with their ids.</summary>
    public required Grouping Grouping { get; init; }

    public required Coverage Coverage { get; init; }

    /// <summary>Whether a space stands between Han characters and Latin letters or digits.</summary>
    public bool Spaced { get; init; } = true;

    /// <summary>Whom the week's advice is sorted for.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = Role.Standard;

    /// <summary>What was changed or withdrawn after the week was published.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>Where the pages don't link to.</summary>
    public DenyList DeniedLinks { get; init; } = DenyList.Empty;
}

/// <summary>A week's headline, introduction, briefs, advice per role, signals to watch and closing; every part may be empty but the briefs' order.</summary>
public sealed record Digest
{
    public required WeekNews News { get; init; }

    public required Claim Headline { get; init; }

    public IReadOnlyList<Claim> Introduction { get; init; } = [];

    public IReadOnlyList<Brief> Briefs { get; init; } = [];

    public IReadOnlyList<Advice> Advice { get; init; } = [];

    public IReadOnlyList<Outlook> Outlook { get; init; } = [];

    public IReadOnlyList<Claim> Closing { get; init; } = [];

    /// <summary>Who wrote it: <c>extractive</c> or <c>model</c>.</summary>
    public required string Analyst { get; init; }

    /// <summary>Null where no language model was wanted.</summary>
    public ModelWork? Work { get; init; }

    /// <summary>What the analyst would have said and the gate refused, with its reasons; printed nowhere.</summary>
    public IReadOnlyList<Claim> Refused { get; init; } = [];

    /// <summary>Every claim, in the order in which it is read.</summary>
    public IEnumerable<Claim> Claims =>
        [Headline, .. Introduction,
         .. Briefs.SelectMany(brief => brief.Chain.Concat(brief.Impact)),
         .. Advice.SelectMany(advice => advice.Claims),
         .. Outlook.SelectMany(outlook => outlook.Trend is { } trend ? new[] { trend, outlook.Signal } : [outlook.Signal]),
         .. Closing];
}
