using System.Globalization;
using System.Text.RegularExpressions;
using Fluid;

namespace Pipeline.Templating;

/// <summary>One Liquid file, checked when it is read.</summary>
internal sealed partial class LiquidTemplate
{
    private static readonly FluidParser Parser = new();

    private readonly string file;
    private readonly string source;
    private readonly IFluidTemplate template;
    private readonly TemplateViews views;
    private readonly HashSet<string> used;

    /// <exception cref="TemplateException">The file has a mistake.</exception>
    public LiquidTemplate(string file, string source, TemplateViews views)
    {
        (this.file, this.source, this.views) = (file, source, views);
        if (source.Length > TemplateNesting.LargestFile)
            throw new TemplateException(file, 0, 0, "the file is larger than 1 MB");
        if (TemplateNesting.Find(source) is { } nesting)
            throw At(nesting.Index, nesting.Mistake);
        if (!Parser.TryParse(source, out template, out var error))
            throw Syntax(error);
        var rules = new TemplateRules(views.Members);
        rules.VisitTemplate(template);
        if (rules.Unknown.FirstOrDefault() is { } name)
            throw At(name, $"there is no '{name}'");
        if (rules.HasLongRange)
            throw At("..", "a range must be of two numbers, and no longer than 1000");
        if (rules.UnknownFilter is { } filter)
            throw At(filter, $"there is no filter '{filter}'");
        if (rules.Elsewhere is { } tag)
            throw At(tag, $"'{tag}' is not to be had: a template reads no other file");
        used = [.. rules.Used];
        template = new TemplateCaptures().VisitTemplate(template);
    }

    /// <summary>The file as it was read.</summary>
    public string Source => source;

    /// <exception cref="TemplateException">There is no such file, or it has a mistake.</exception>
    public static LiquidTemplate Read(string file, TemplateViews views) => File.Exists(file)
        ? new LiquidTemplate(file, File.ReadAllText(file), views)
        : throw new TemplateException(file, 0, 0, "there is no such template");

    /// <summary>For a name without which the template is of no use.</summary>
    /// <exception cref="TemplateException">It does not use the name.</exception>
    public LiquidTemplate Needing(string name) =>
        used.Contains(name) ? this : throw new TemplateException(file, 0, 0, $"it never says {{{{ {name} }}}}, without which it is of no use");

    /// <summary>Blank lines are folded and line ends trimmed, so that a template's tags may stand on lines of their own.</summary>
    /// <exception cref="TemplateException">The template asks for what is not there, takes too many steps, or makes too much.</exception>
    public string Render(object view)
    {
        try
        {
            var text = Written(view);
            return BlankLines().Replace(LineEnds().Replace(text, "\n"), "\n\n").Trim('\n') + "\n";
        }
        catch (TemplateLimitException limit)
        {
            throw At(limit.At, limit.Message, limit);
        }
        // Fluid 2.41 says of steps that it was the level of recursion.
        catch (Exception failure) when (failure.Message.StartsWith("The maximum ", StringComparison.Ordinal))
        {
            throw At("for", string.Create(CultureInfo.InvariantCulture, $"the page takes more than {TemplateViews.MostSteps} steps; look at the loops"), failure);
        }
        // Whatever else: arithmetic that overflows, a division by nothing, a slice of what is none.
        catch (Exception failure) when (failure is not (OutOfMemoryException or OperationCanceledException))
        {
            var name = Quoted().Match(failure.Message).Groups[1].Value;
            throw At(name, failure.Message, failure);
        }
    }

    private string Written(object view)
    {
        var budget = new TemplateBudget();
        using var page = new BudgetWriter(budget, "for");
        var rendering = template.RenderAsync(page, NullEncoder.Default, budget.Applied(new TemplateContext(view, views.Options, allowModelMembers: false)));
        // Nothing in it waits: views and filters answer at once.
        rendering.AsTask().GetAwaiter().GetResult();
        return page.ToString();
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
        return index < 0 ? new TemplateException(file, 0, 0, mistake, cause) : At(index, mistake, cause);
    }

    private TemplateException At(int index, string mistake, Exception? cause = null)
    {
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
