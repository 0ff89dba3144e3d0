using System.Globalization;
using System.Text.RegularExpressions;
using Fluid;

namespace Pipeline.Digests;

/// <summary>One Liquid file, checked when it is read.</summary>
internal sealed partial class PageTemplate
{
    private static readonly FluidParser Parser = new();
    private static readonly Type[] Views =
        [typeof(DigestView), typeof(CorrectionView), typeof(ThemeView), typeof(AdviceView), typeof(OutlookView), typeof(NewsView), typeof(CoverageView),
         typeof(ItemView), typeof(ArchiveView), typeof(WeekView)];
    private static readonly TemplateOptions Options = StrictOptions();
    private static readonly string[] Members =
        [.. Views.SelectMany(ViewMember.Of).Select(member => member.Key).Distinct(StringComparer.Ordinal)];

    private readonly string file;
    private readonly string source;
    private readonly IFluidTemplate template;

    /// <exception cref="TemplateException">The file has a mistake.</exception>
    public PageTemplate(string file, string source)
    {
        (this.file, this.source) = (file, source);
        if (!Parser.TryParse(source, out template, out var error))
            throw Syntax(error);
        var rules = new TemplateRules(Members);
        rules.VisitTemplate(template);
        if (rules.Unknown.FirstOrDefault() is { } name)
            throw At(name, $"there is no '{name}'");
        if (rules.HasLongRange)
            throw At("..", "a range must be of two numbers, and no longer than 1000");
    }

    /// <summary>Blank lines are folded and line ends trimmed, so that a template's tags may stand on lines of their own.</summary>
    /// <exception cref="TemplateException">The template asks for what is not there, or takes too many steps.</exception>
    public string Render(object view)
    {
        try
        {
            var text = template.Render(new TemplateContext(view, Options, allowModelMembers: false));
            return BlankLines().Replace(LineEnds().Replace(text, "\n"), "\n\n").Trim('\n') + "\n";
        }
        catch (Exception failure) when (failure is InvalidOperationException or FluidException or ParseException)
        {
            var name = Quoted().Match(failure.Message).Groups[1].Value;
            throw At(name, failure.Message, failure);
        }
    }

    private static TemplateOptions StrictOptions()
    {
        var options = new TemplateOptions
        {
            StrictVariables = true,
            StrictFilters = true,
            MaxSteps = 1_000_000,
            CultureInfo = CultureInfo.InvariantCulture,
            TimeZone = TimeZoneInfo.Utc,
            Now = () => throw new InvalidOperationException("A page has no clock: 'now' is not to be had."),
        };
        foreach (var view in Views)
            options.MemberAccessStrategy.Register(view, ViewMember.Of(view));
        return options;
    }

    private TemplateException Syntax(string error)
    {
        var place = Place().Match(error);
        return place.Success
            ? new TemplateException(file, Number(place.Groups[1]), Number(place.Groups[2]), error[..place.Index].Trim())
            : new TemplateException(file, 0, 0, error);
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>Fluid keeps no places in its tree: the name's first use in a tag is where to look.</summary>
    private TemplateException At(string name, string mistake, Exception? cause = null)
    {
        var index = name.Length == 0 ? -1 : Tags().Matches(source).Select(tag => InTag(tag, name)).FirstOrDefault(index => index >= 0, -1);
        if (index < 0)
            return new TemplateException(file, 0, 0, mistake, cause);
        var before = source.AsSpan(0, index);
        return new TemplateException(file, before.Count('\n') + 1, index - before.LastIndexOf('\n'), mistake, cause);
    }

    private static int InTag(Match tag, string name)
    {
        for (var index = tag.Value.IndexOf(name, StringComparison.Ordinal); index >= 0; index = tag.Value.IndexOf(name, index + 1, StringComparison.Ordinal))
            if (!IsWord(name[0]) || (!IsWord(tag.Value[index - 1]) && !IsWord(tag.Value[index + name.Length])))
                return tag.Index + index;
        return -1;
    }

    private static bool IsWord(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    [GeneratedRegex(@"\{[{%][^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();

    [GeneratedRegex(@"at \(([0-9]+):([0-9]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"'(?:[^'.]*\.)*([^'.]+)'", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[ \t]*\r?\n", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LineEnds();

    [GeneratedRegex(@"\n{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLines();
}
