using System.Globalization;
using System.Text;
using Pipeline.Model;

namespace Pipeline.Analysis.Prompting;

/// <summary>What a language model is shown of the week: the accepted claims of the themes, with ids.</summary>
internal sealed class ClaimSheet
{
    private readonly Dictionary<string, Claim> _claims = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();

    public IReadOnlyDictionary<string, Claim> Claims => _claims;

    /// <summary>The ids of the themes of which something is said, with their names.</summary>
    public Dictionary<string, string> Themes { get; } = new(StringComparer.Ordinal);

    /// <summary>Fenced.</summary>
    public string Text => Neutral.Fence("CLAIMS", _text.ToString().TrimEnd('\n'));

    public static ClaimSheet Of(IEnumerable<Brief> briefs)
    {
        var sheet = new ClaimSheet();
        foreach (var brief in briefs)
            sheet.Add(brief);
        return sheet;
    }

    private void Add(Brief brief)
    {
        Themes.Add(brief.Theme.Id, brief.Theme.Name);
        _text.Append(CultureInfo.InvariantCulture, $"Theme {brief.Theme.Id}\n");
        foreach (var claim in brief.Chain.Concat(brief.Impact).Where(claim => claim.Evidence.Count > 0 && Neutral.IsShowable(claim.Text)))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"c{_claims.Count + 1}");
            _claims.Add(id, claim);
            _text.Append(CultureInfo.InvariantCulture, $"[{id}] {claim.Text}\n");
        }
    }
}
