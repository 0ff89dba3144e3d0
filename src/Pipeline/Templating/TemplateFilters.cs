using System.Globalization;
using System.Text.RegularExpressions;
using Fluid;
using Fluid.Values;

namespace Pipeline.Templating;

/// <summary>The filters that templates have: Liquid's own for text, lists, numbers and dates, each charged to the page's budget.</summary>
/// <remarks>Those that make HTML, addresses or formats out of a pattern are not among them: texts are Markdown already, and a pattern of ten characters can ask for a gigabyte.</remarks>
internal static partial class TemplateFilters
{
    private const int Element = 8;

    private static readonly string[] Names =
    [
        "append", "capitalize", "date", "default", "downcase", "lstrip", "prepend", "remove", "remove_first", "replace", "replace_first", "rstrip", "slice", "strip", "strip_newlines", "truncate", "upcase",
        "compact", "concat", "first", "join", "last", "map", "reverse", "size", "sort", "split", "uniq", "where",
        "abs", "at_least", "at_most", "ceil", "divided_by", "floor", "minus", "modulo", "plus", "round", "times",
    ];

    private static readonly HashSet<string> Known = new(Names, StringComparer.Ordinal);

    public static bool Has(string name) => Known.Contains(name);

    /// <summary>Leaves only these, and charges them.</summary>
    public static void Bound(TemplateOptions options)
    {
        var all = options.Filters.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        options.Filters.Clear();
        foreach (var name in Names)
            options.Filters.AddFilter(name, Charged(name, all[name]));
    }

    /// <summary>Once before it works, for what it takes and what that can become, once after, for what it made.</summary>
    private static FilterDelegate Charged(string name, FilterDelegate filter) => async (input, arguments, context) =>
    {
        var budget = TemplateBudget.Of(context);
        budget.Spend(Cost(name, input, arguments), name);
        var made = await filter(input, arguments, context);
        var size = Size(made);
        TemplateBudget.Keep(made is StringValue ? size : 0, name);
        budget.Spend(size, name);
        return made;
    };

    private static long Cost(string name, FluidValue input, FilterArguments arguments) => Size(input) + name switch
    {
        "replace" => Occurrences(input.ToStringValue(), Text(arguments, 0)) * Text(arguments, 1).Length,
        "join" => Size(input) / Element * Text(arguments, 0).Length,
        // Widths: %100000000Y.
        "date" => Digits().Matches(Text(arguments, 0)).Sum(run => long.TryParse(run.ValueSpan, CultureInfo.InvariantCulture, out var width) ? width : TemplateBudget.Most),
        _ => Enumerable.Range(0, arguments.Count).Sum(index => Size(arguments.At(index))),
    };

    private static string Text(FilterArguments arguments, int index) => arguments.At(index).ToStringValue();

    private static long Occurrences(string text, string part)
    {
        long count = 0;
        for (var at = part.Length == 0 ? -1 : text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal))
            count++;
        return count;
    }

    private static long Size(FluidValue value) => value switch
    {
        StringValue text => text.ToStringValue().Length,
        ArrayValue list => list.Values.Sum(element => Element + (element is StringValue ? element.ToStringValue().Length : 0L)),
        _ => 1,
    };

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
