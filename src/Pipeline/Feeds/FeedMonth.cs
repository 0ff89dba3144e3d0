using System.Globalization;
using System.Text;

namespace Pipeline.Feeds;

/// <summary>
/// Names of months as feeds write them: English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Polish, Russian
/// and Chinese, in full or shortened, with or without their accents.
/// </summary>
/// <remarks>Left out is what another of these languages uses for another month; three letters tell the rest apart, but for juin and juillet.</remarks>
internal static class FeedMonth
{
    private static readonly Dictionary<string, int> Beginnings = Named(
        "jan ene gen sty янв",
        "feb fev lut фев",
        "mar mrz mrt maa мар",
        "apr abr avr kwi апр",
        "may mai mag mei maj май мая",
        "jun giu cze июн juin",
        "jul lug lip июл juil",
        "aug ago aou sie авг",
        "sep set wrz сен",
        "oct okt ott out paz окт",
        "nov lis ноя",
        "dec dez dic des gru дек");

    private static readonly Dictionary<string, int> Chinese = Named("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二");

    /// <summary>1 to 12; 0 where the name is none of a month.</summary>
    public static int Of(string name)
    {
        if (name.EndsWith('月'))
            return Chinese.GetValueOrDefault(name[..^1]);
        var plain = Plain(name);
        var letters = plain.StartsWith("jui", StringComparison.Ordinal) ? 4 : 3;
        return plain.Length < letters ? 0 : Beginnings.GetValueOrDefault(plain[..letters]);
    }

    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in name.ToLower(CultureInfo.InvariantCulture))
            plain.Append(letter switch { 'ä' or 'á' => 'a', 'é' or 'è' => 'e', 'û' or 'ú' => 'u', 'ź' => 'z', 'ś' => 's', 'ç' => 'c', _ => letter });
        return plain.ToString();
    }

    private static Dictionary<string, int> Named(params string[] months) => months
        .SelectMany((names, month) => names.Split(' ').Select(name => (Name: name, Month: month + 1)))
        .ToDictionary(entry => entry.Name, entry => entry.Month, StringComparer.Ordinal);
}
