using Fluid.Ast;

namespace Pipeline.Templating;

/// <summary>Finds, before a template is used, the names it can't know and the loops that would eat the memory.</summary>
/// <remarks>Fluid's strict variables notice a wrong name only in the branch that is taken; this looks into all of them.</remarks>
internal sealed class TemplateRules(IEnumerable<string> members) : AstVisitor
{
    /// <summary>Fluid makes a list of a range: (1..50000000) takes 2 GB.</summary>
    private const decimal LongestRange = 1000;

    private static readonly string[] OfLiquid =
        ["forloop", "index", "index0", "rindex", "rindex0", "first", "last", "length", "size", "parentloop", "empty", "blank", "nil", "null"];

    private readonly HashSet<string> known = new(OfLiquid.Concat(members), StringComparer.Ordinal);
    private readonly List<string> used = [];

    /// <summary>Names that nothing defines, in the order of their use.</summary>
    public IEnumerable<string> Unknown => used.Where(name => !known.Contains(name)).Distinct(StringComparer.Ordinal);

    public IEnumerable<string> Used => used;

    public bool HasLongRange { get; private set; }

    /// <summary>The first filter that there is not, or not for templates.</summary>
    public string? UnknownFilter { get; private set; }

    /// <summary>The first tag that would read another file.</summary>
    public string? Elsewhere { get; private set; }

    protected override Expression VisitFilterExpression(FilterExpression filterExpression)
    {
        UnknownFilter ??= TemplateFilters.Has(filterExpression.Name) ? null : filterExpression.Name;
        return base.VisitFilterExpression(filterExpression);
    }

    protected override Statement VisitIncludeStatement(IncludeStatement includeStatement)
    {
        Elsewhere ??= "include";
        return base.VisitIncludeStatement(includeStatement);
    }

    protected override Statement VisitRenderStatement(RenderStatement renderStatement)
    {
        Elsewhere ??= "render";
        return base.VisitRenderStatement(renderStatement);
    }

    protected override Expression VisitMemberExpression(MemberExpression memberExpression)
    {
        used.AddRange(memberExpression.Segments.OfType<IdentifierSegment>().Select(segment => segment.Identifier));
        return base.VisitMemberExpression(memberExpression);
    }

    protected override Statement VisitForStatement(ForStatement forStatement)
    {
        known.Add(forStatement.Identifier);
        return base.VisitForStatement(forStatement);
    }

    protected override Statement VisitAssignStatement(AssignStatement assignStatement)
    {
        known.Add(assignStatement.Identifier);
        return base.VisitAssignStatement(assignStatement);
    }

    protected override Statement VisitCaptureStatement(CaptureStatement captureStatement)
    {
        known.Add(captureStatement.Identifier);
        return base.VisitCaptureStatement(captureStatement);
    }

    protected override Expression VisitRangeExpression(RangeExpression rangeExpression)
    {
        var length = Number(rangeExpression.To) - Number(rangeExpression.From);
        HasLongRange |= length is null or > LongestRange;
        return base.VisitRangeExpression(rangeExpression);
    }

    /// <summary>Null for what is known only when the template runs.</summary>
    private static decimal? Number(Expression expression) =>
        expression is LiteralExpression literal ? literal.Value.ToNumberValue() : null;
}
