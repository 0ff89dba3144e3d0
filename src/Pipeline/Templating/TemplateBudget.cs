using System.Globalization;
using Fluid;

namespace Pipeline.Templating;

/// <summary>What writing one page may cost, in characters that are written, captured or handled by filters; an element of a list counts as eight.</summary>
/// <remarks>Fluid bounds the steps, not what a step may make: forty times <c>{% assign x = x | append: x %}</c> are forty steps and a terabyte.</remarks>
internal sealed class TemplateBudget
{
    /// <summary>Ten times the page of a week of 2,000 items.</summary>
    public const int Most = 16 * 1024 * 1024;

    /// <summary>Of one text that a template keeps: comparing it is a step too.</summary>
    public const int LongestText = 1024 * 1024;

    private const string Key = "budget";

    private long spent;

    public static TemplateBudget Of(TemplateContext context) => (TemplateBudget)context.AmbientValues[Key];

    public TemplateContext Applied(TemplateContext context)
    {
        context.AmbientValues[Key] = this;
        return context;
    }

    /// <param name="at">What is to be looked for in the template: a filter's name, a variable's, a tag's.</param>
    /// <exception cref="TemplateLimitException">It is spent.</exception>
    public void Spend(long cost, string at)
    {
        spent += cost;
        if (spent > Most)
            throw new TemplateLimitException(at, string.Create(CultureInfo.InvariantCulture, $"the page takes more than {Most} characters of writing; look for a loop or a filter that repeats"));
    }

    /// <summary>For a text that is kept under a name.</summary>
    public static void Keep(long length, string at)
    {
        if (length > LongestText)
            throw new TemplateLimitException(at, string.Create(CultureInfo.InvariantCulture, $"a text of more than {LongestText} characters is kept"));
    }
}

/// <param name="at">What is to be looked for in the template.</param>
internal sealed class TemplateLimitException(string at, string message) : Exception(message)
{
    public string At { get; } = at;
}
