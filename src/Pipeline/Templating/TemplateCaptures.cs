using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace Pipeline.Templating;

/// <summary>Puts in the place of each <c>{% capture %}</c> one that spends what it writes.</summary>
internal sealed class TemplateCaptures : AstRewriter
{
    protected override Statement VisitCaptureStatement(CaptureStatement captureStatement)
    {
        TryRewriteStatements(captureStatement.Statements, out var statements);
        return new Capture(captureStatement.Identifier, statements);
    }

    private sealed class Capture(string name, IReadOnlyList<Statement> statements) : Statement
    {
        public override async ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
        {
            await using var kept = new BudgetWriter(TemplateBudget.Of(context), name);
            var completion = Completion.Normal;
            for (var index = 0; index < statements.Count && completion == Completion.Normal; index++)
                completion = await statements[index].WriteToAsync(kept, encoder, context);
            TemplateBudget.Keep(kept.GetStringBuilder().Length, name);
            context.SetValue(name, new StringValue(kept.ToString(), encode: false));
            return completion;
        }
    }
}
