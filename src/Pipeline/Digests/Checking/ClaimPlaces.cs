namespace Pipeline.Digests.Checking;

/// <summary>Where a claim stands on the digest page, and the links between it and the next one.</summary>
internal sealed record ClaimPlace(PageBlock Block, int Start, int End, IReadOnlyList<PageLink> Links);

/// <summary>Finds the claims on the digest page, each after the one that is read before it.</summary>
internal static class ClaimPlaces
{
    public static IReadOnlyDictionary<string, ClaimPlace> Find(Page page, DigestData data)
    {
        var blocks = page.Blocks.Where(block => block.Level == 0).ToArray();
        var found = new List<(string Id, ClaimPlace Place)>();
        var (from, offset) = (0, 0);
        foreach (var claim in data.Claims.Where(claim => claim.Id != data.Headline))
        {
            var text = Text(claim, data);
            for (var index = from; index < blocks.Length; index++)
            {
                var start = blocks[index].Text.IndexOf(text, index == from ? offset : 0, StringComparison.Ordinal);
                if (start < 0)
                    continue;
                found.Add((claim.Id, new ClaimPlace(blocks[index], start, start + text.Length, [])));
                (from, offset) = (index, start + text.Length);
                break;
            }
        }

        return found.Select((pair, index) => (pair.Id, Place: WithLinks(pair.Place, index + 1 < found.Count ? found[index + 1].Place : null)))
            .DistinctBy(pair => pair.Id).ToDictionary(pair => pair.Id, pair => pair.Place, StringComparer.Ordinal);
    }

    /// <summary>As the writer shows it: a foreign sentence whole, in quotation marks; one's own without the full stop, which follows its links.</summary>
    private static string Text(DataClaim claim, DigestData data) => Wording.Primary(claim.Language) == Wording.Primary(data.Language)
        ? Sentence.WithoutStop(claim.Text)
        : PlainText.Fold(claim.Text);

    private static ClaimPlace WithLinks(ClaimPlace place, ClaimPlace? next)
    {
        var end = next?.Block == place.Block ? next.Start : int.MaxValue;
        return place with { Links = [.. place.Block.Links.Where(link => link.Start >= place.End && link.Start < end)] };
    }
}
