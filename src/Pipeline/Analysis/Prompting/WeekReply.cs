using System.Text.Json;
using Pipeline.Model;

namespace Pipeline.Analysis.Prompting;

/// <summary>What passed of a reply about the week.</summary>
internal sealed record WeekReply
{
    public Claim? Headline { get; private init; }

    public IReadOnlyList<Claim> Introduction { get; private init; } = [];

    public IReadOnlyList<(string Role, Claim Claim)> Advice { get; private init; } = [];

    public IReadOnlyList<Outlook> Outlook { get; private init; } = [];

    public IReadOnlyList<Claim> Closing { get; private init; } = [];

    public static Examined<WeekReply> Examine(JsonElement reply, ClaimSheet sheet, WritingDesk desk)
    {
        var reader = new Reader(sheet, desk);
        var week = new WeekReply
        {
            Headline = reader.Read(Child(reply, "headline"), ClaimKind.Headline),
            Introduction = reader.List(reply, "introduction", ClaimKind.Introduction),
            Advice = [.. ReplyJson.Objects(reply, "advice").Select(item => (Role: reader.Role(item), Item: item)).Where(pair => pair.Role is not null)
                .Select(pair => (pair.Role!, Claim: reader.Read(pair.Item, ClaimKind.Advice)!)).Where(pair => pair.Claim is not null)],
            Outlook = [.. ReplyJson.Objects(reply, "signals").Select(reader.Outlook).OfType<Outlook>()],
            Closing = reader.List(reply, "closing", ClaimKind.Closing),
        };
        if (reader.Accepted + reader.Faults.Count == 0)
            reader.Faults.Add("None of the parts had a text.");
        return new Examined<WeekReply>(week, reader.Accepted, reader.Faults);
    }

    /// <summary>With what was put right of it: a part's sentences behind those that were accepted at once, none that one of them says already.</summary>
    public WeekReply With(WeekReply mended) => new()
    {
        Headline = Headline ?? mended.Headline,
        Introduction = Joined(Introduction, mended.Introduction, claim => claim),
        Advice = Joined(Advice, mended.Advice, advice => advice.Claim),
        Outlook = Joined(Outlook, mended.Outlook, outlook => outlook.Signal),
        Closing = Joined(Closing, mended.Closing, claim => claim),
    };

    private static IReadOnlyList<T> Joined<T>(IReadOnlyList<T> first, IReadOnlyList<T> mended, Func<T, Claim> claim) =>
        [.. first, .. mended.Where(item => !first.Any(other => WritingDesk.Repeats(claim(item), claim(other))))];

    private static JsonElement Child(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var child) ? child : default;

    /// <summary>Reads one sentence after another; none is accepted twice.</summary>
    private sealed class Reader(ClaimSheet sheet, WritingDesk desk)
    {
        private readonly HashSet<string> _said = new(StringComparer.Ordinal);

        public int Accepted { get; private set; }

        public List<string> Faults { get; } = [];

        public List<Claim> List(JsonElement reply, string part, ClaimKind kind) =>
            [.. ReplyJson.Objects(reply, part).Select(item => Read(item, kind)).OfType<Claim>()];

        /// <summary>Null where there is no sentence, or none that passes.</summary>
        public Claim? Read(JsonElement item, ClaimKind kind)
        {
            if (ReplyJson.Text(item, "text") is not { Length: > 0 } text)
                return null;
            var ids = ReplyJson.Texts(item, "claims");
            var cited = ids.Select(id => sheet.Claims.GetValueOrDefault(id)).OfType<Claim>().ToList();
            var claim = new Claim
            {
                Id = kind == ClaimKind.Headline ? "headline" : kind.ToString().ToLowerInvariant(),
                Kind = kind,
                Text = text,
                Language = desk.Language,
                Evidence = [.. cited.SelectMany(other => other.Evidence).Distinct()],
            };
            claim = cited.Count < ids.Count
                ? claim with { Verdict = new Verdict(false, ["it cites a claim that was not shown"]) }
                : desk.Examine(claim, [.. cited.Select(other => other.Text)]);
            return Pass(claim) && _said.Add(text) ? claim : null;
        }

        /// <summary>Null where it is none of the roles.</summary>
        public string? Role(JsonElement item)
        {
            var role = ReplyJson.Text(item, "role");
            var known = desk.News.Roles.Select(each => each.NameIn(desk.News.Language)).FirstOrDefault(name => name.Equals(role, StringComparison.OrdinalIgnoreCase));
            if (known is null)
                Faults.Add($"There is no role \"{Neutral.Name(role)}\".");
            return known;
        }

        public Outlook? Outlook(JsonElement item)
        {
            if (sheet.Themes.GetValueOrDefault(ReplyJson.Text(item, "theme")) is not { } theme)
            {
                Faults.Add($"There is no theme \"{Neutral.Name(ReplyJson.Text(item, "theme"))}\".");
                return null;
            }

            return Read(Child(item, "signal"), ClaimKind.Signal) is { } signal
                ? new Outlook(theme, Read(Child(item, "trend"), ClaimKind.Signal), signal) { Due = desk.Due(signal) } : null;
        }

        private bool Pass(Claim claim)
        {
            if (claim.Verdict.Accepted)
            {
                Accepted++;
                return true;
            }

            desk.Refuse([claim]);
            Faults.Add(WritingDesk.Fault(claim));
            return false;
        }
    }
}
