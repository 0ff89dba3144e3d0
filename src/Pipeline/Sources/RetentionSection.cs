using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Sources;

/// <summary>The keys under <c>retention:</c>.</summary>
internal static partial class RetentionSection
{
    /// <summary>From <see cref="RetentionRule.Least"/>: less would be promised and not kept.</summary>
    private static readonly DurationRange Ages = new(RetentionRule.Least, TimeSpan.FromDays(36_500), ["d"], "400d");

    public static RetentionRule? Read(Section root)
    {
        if (root["retention"] is null)
            return null;
        var retention = root.Below("retention", "age", "size");
        var age = retention.Duration("age", Ages);
        var size = retention.Text("size") is { } text ? Size(text, retention) : null;
        return new RetentionRule(age, size);
    }

    private static long? Size(Scalar scalar, Section retention)
    {
        if (NumberAndUnit().Match(scalar.Value) is { Success: true } match)
            return long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * (match.Groups[2].Value == "GB" ? 1_000_000_000 : 1_000_000);
        retention.Faults.Add(scalar.Place, $"'size' is {scalar.Shown}", "write a whole number from 1 and one of the units MB, GB, such as 2GB");
        return null;
    }

    [GeneratedRegex(@"\A([1-9][0-9]{0,5})(MB|GB)\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberAndUnit();
}
