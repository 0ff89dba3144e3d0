using Pipeline.Model;

namespace Pipeline;

/// <summary>What the claims of all weeks cite: a feed that dates an article anew moves it to another week than the one that cites it.</summary>
/// <param name="Urls">The articles that a claim cites, and every article of a week of which that is not known.</param>
/// <param name="Unknown">Why it is not known what a week cites.</param>
internal sealed record Citations(IReadOnlySet<string> Urls, IReadOnlyDictionary<WeekLabel, string> Unknown)
{
    public static Citations Read(string digests, IReadOnlyList<Publication> publications)
    {
        var (urls, unknown) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<WeekLabel, string>());
        foreach (var publication in publications)
        {
            var (claims, why) = Claims(digests, publication);
            urls.UnionWith(claims is null ? publication.Anchors.Items.Keys : claims.SelectMany(claim => claim.Evidence).Select(evidence => evidence.Url));
            if (claims is null)
                unknown[publication.Week] = why;
        }

        return new Citations(urls, unknown);
    }

    private static (IReadOnlyList<PublishedClaim>? Claims, string Why) Claims(string digests, Publication publication)
    {
        if (!publication.Finished)
            return (null, "it was begun and not finished");
        try
        {
            return (PublishedClaims.Read(digests, publication.Week), $"what its claims cite is not known: its data file is not below {digests}");
        }
        catch (TroubleException trouble)
        {
            return (null, $"what its claims cite is not known: {trouble.Message}");
        }
    }
}
