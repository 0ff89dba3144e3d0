using System.Globalization;
using Pipeline.Analysis;
using Pipeline.Analysis.Prompting;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Analysis;

/// <summary>The gate on honest and corrupted claims of Cases/grounding, against the floors of floors.txt.</summary>
public class GroundingCasesTests
{
    private static readonly string Folder = Path.Combine(Cases.Root, "tests", "Cases", "grounding");

    [Theory]
    [InlineData("tuned")]
    [InlineData("development")]
    [InlineData("development-2")]
    [InlineData("development-3")]
    [InlineData("held-out")]
    [InlineData("held-out-2")]
    [InlineData("development-4")]
    public void The_gate_keeps_its_floors(string set)
    {
        var claims = Read(Path.Combine(Folder, set + ".txt")).ToList();
        var floors = File.ReadLines(Path.Combine(Folder, "floors.txt")).Select(line => line.Split(' '))
            .First(words => words[0] == set).Skip(1).Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToList();
        var judged = claims.ConvertAll(claim => (Claim: claim, Verdict: GroundingGate.Examine(claim.Text, claim.Passages)));

        var (honest, corrupted) = (judged.Where(pair => pair.Claim.Kind.Length == 0).ToList(), judged.Where(pair => pair.Claim.Kind.Length > 0).ToList());
        var (refused, passed) = (honest.Where(pair => !pair.Verdict.Accepted).ToList(), corrupted.Where(pair => pair.Verdict.Accepted).ToList());
        double caught = 100.0 * (corrupted.Count - passed.Count) / corrupted.Count, lost = 100.0 * refused.Count / honest.Count;

        var told = string.Create(CultureInfo.InvariantCulture, $"{set}: {honest.Count} honest, {lost:0.0} % refused; {corrupted.Count} corrupted, {caught:0.0} % refused\n")
            + (set.StartsWith("held-out", StringComparison.Ordinal) ? RatesByKind(judged) : Claims(refused, passed));
        Assert.True(caught >= floors[0] && lost <= floors[1], told);
    }

    /// <summary>All that anybody should see of a set that is held out.</summary>
    private static string RatesByKind(IEnumerable<((IReadOnlyList<string> Passages, string Kind, string Text) Claim, Verdict Verdict)> judged) =>
        string.Concat(judged.GroupBy(pair => pair.Claim.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => $"{kind.Key}: {kind.Count(pair => !pair.Verdict.Accepted)} of {kind.Count()} refused\n"));

    private static string Claims(
        IEnumerable<((IReadOnlyList<string> Passages, string Kind, string Text) Claim, Verdict Verdict)> refused,
        IEnumerable<((IReadOnlyList<string> Passages, string Kind, string Text) Claim, Verdict Verdict)> passed) =>
        string.Concat(refused.Select(pair => $"refused: {pair.Claim.Text} ({string.Join("; ", pair.Verdict.Reasons)})\n"))
            + string.Concat(passed.Select(pair => $"passed ({pair.Claim.Kind}): {pair.Claim.Text}\n"));

    /// <summary>What is asked of a model's sentences beyond the gate costs few honest ones.</summary>
    [Fact]
    public void What_is_asked_of_a_models_sentences_beyond_the_gate_refuses_few_honest_ones()
    {
        var honest = Read(Path.Combine(Folder, "tuned.txt")).Where(claim => claim.Kind.Length == 0).ToList();
        var refused = honest.Select(claim => (claim.Text, Reasons: WritingDesk.Stricter(claim.Text, claim.Passages).ToList())).Where(pair => pair.Reasons.Count > 0).ToList();

        Assert.True(refused.Count * 100 <= honest.Count * 3, $"{refused.Count} of {honest.Count}\n{string.Join('\n', refused.Select(pair => $"{pair.Text} ({pair.Reasons[0]})"))}");
    }

    private static IEnumerable<(IReadOnlyList<string> Passages, string Kind, string Text)> Read(string file)
    {
        List<string> passages = [];
        var fresh = false;
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 2))
        {
            var rest = line[2..];
            if (line[0] == '>')
            {
                if (!fresh)
                    passages = [];
                passages.Add(rest);
            }

            fresh = line[0] == '>';
            var at = rest.IndexOf(": ", StringComparison.Ordinal);
            if (line[0] == '+')
                yield return (passages, "", rest);
            if (line[0] == '-')
                yield return (passages, rest[..at], rest[(at + 2)..]);
        }
    }
}
