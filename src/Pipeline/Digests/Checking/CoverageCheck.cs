namespace Pipeline.Digests.Checking;

/// <summary>Counts again what the data file says of the whole week.</summary>
internal static class CoverageCheck
{
    public static IEnumerable<Finding> Run(PublishedWeek week)
    {
        var data = week.Data;
        var (coverage, checks) = (data.Coverage, data.Checks);
        (string Path, int Said, int Counted)[] numbers =
        [
            ("coverage.items", coverage.Items, data.Items.Count),
            ("coverage.publishers", coverage.Publishers, data.Items.Select(item => item.Publisher).Distinct(StringComparer.Ordinal).Count()),
            ("coverage.stories", coverage.Stories, data.Stories.Count),
            ("checks.claims", checks.Claims, data.Claims.Count),
            ("checks.accepted", checks.Accepted, data.Claims.Count(claim => claim.Verdict.Accepted)),
            ("checks.evidence", checks.Evidence, data.Claims.Sum(claim => claim.Evidence.Count)),
            ("checks.figures", checks.Figures, data.Claims.Sum(claim => claim.Figures.Count)),
            .. data.Sources.Select((source, index) => ($"{JsonPath.At("sources", index)}.items", source.Items, data.Items.Count(item => item.Source == source.Name))),
        ];
        foreach (var (path, said, counted) in numbers.Where(number => number.Said != number.Counted))
            yield return week.Places.Finding(path, $"says {said}, but there are {counted}");
        if (!coverage.Languages.Order(StringComparer.Ordinal).SequenceEqual(data.Items.Select(item => item.Language).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)))
            yield return week.Places.Finding("coverage.languages", "are not the items' languages");
        foreach (var name in coverage.Read.Except(Names(data, "read")).Concat(Names(data, "read").Except(coverage.Read)))
            yield return week.Places.Finding("coverage.read", $"'{name}' is said to be read in one place only: here or among the sources");
        foreach (var name in coverage.Failed.Except(Names(data, "failed")).Concat(Names(data, "failed").Except(coverage.Failed)))
            yield return week.Places.Finding("coverage.failed", $"'{name}' is said to have failed in one place only: here or among the sources");
    }

    private static IEnumerable<string> Names(DigestData data, string status) => data.Sources.Where(source => source.Status == status).Select(source => source.Name);
}
