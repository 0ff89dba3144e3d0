using System.Globalization;

namespace Pipeline.Templating;

/// <summary>A writer that spends what is written.</summary>
internal sealed class BudgetWriter(TemplateBudget budget, string at) : StringWriter(CultureInfo.InvariantCulture)
{
    public override void Write(char value)
    {
        budget.Spend(1, at);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        budget.Spend(count, at);
        base.Write(buffer, index, count);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        budget.Spend(buffer.Length, at);
        base.Write(buffer);
    }

    public override void Write(string? value)
    {
        budget.Spend(value?.Length ?? 0, at);
        base.Write(value);
    }
}
