using System.Globalization;
using Fluid;

namespace Pipeline.Templating;

/// <summary>The types that a kind of template sees: their public properties in snake case, and nothing else.</summary>
internal sealed class TemplateViews(params Type[] types)
{
    public const int MostSteps = 1_000_000;

    public IReadOnlyList<string> Members { get; } =
        [.. types.SelectMany(ViewMember.Of).Select(member => member.Key).Distinct(StringComparer.Ordinal)];

    public TemplateOptions Options { get; } = Strict(types);

    private static TemplateOptions Strict(Type[] types)
    {
        var options = new TemplateOptions
        {
            StrictVariables = true,
            StrictFilters = true,
            MaxSteps = MostSteps,
            CultureInfo = CultureInfo.InvariantCulture,
            TimeZone = TimeZoneInfo.Utc,
            Now = () => throw new InvalidOperationException("A template has no clock: 'now' is not to be had."),
        };
        TemplateFilters.Bound(options);
        foreach (var type in types)
            options.MemberAccessStrategy.Register(type, ViewMember.Of(type));
        return options;
    }
}
