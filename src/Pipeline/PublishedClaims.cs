using System.Text.Json;
using Pipeline.Digests;
using Pipeline.Model;

namespace Pipeline;

/// <summary>The claims of a published week, read from the data file alone.</summary>
public static class PublishedClaims
{
    /// <summary>In the order in which they are read; null where the week is not published.</summary>
    /// <exception cref="TroubleException">The manifest or the data file can't be read.</exception>
    public static IReadOnlyList<PublishedClaim>? Read(string digests, WeekLabel week)
    {
        var entry = PublishedWeeks.Read(digests)?.Weeks.FirstOrDefault(published => published.Week == week.ToString());
        if (entry is null)
            return null;
        var data = Data(Path.Combine(digests, entry.Data));
        var items = data.Items.DistinctBy(item => item.Id).ToDictionary(item => item.Id, StringComparer.Ordinal);
        return [.. data.Claims.Select(claim => Of(claim, items))];
    }

    private static DigestData Data(string file)
    {
        try
        {
            return DigestJson.Read<DigestData>(File.ReadAllText(file));
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new TroubleException($"{file} can't be read: {exception.Message}; 'pipeline rebuild' writes it again", exception);
        }
    }

    private static PublishedClaim Of(DataClaim claim, Dictionary<string, DataItem> items) => new(
        claim.Id, claim.Kind, claim.Text, claim.Language,
        [.. claim.Evidence.Select(piece => Of(piece, items.GetValueOrDefault(piece.Item)))],
        [.. claim.Figures.Select(figure => new PublishedFigure(figure.Measure, figure.Value, figure.Items))],
        claim.Items, claim.Verdict.Accepted);

    private static PublishedEvidence Of(DataEvidence piece, DataItem? item) => new(
        piece.Item, item?.Title ?? "", item?.Publisher ?? "", item?.Url ?? "", item?.Published ?? "", piece.Passage, piece.Start, piece.End, piece.Quotation);
}
