using System.Security.Cryptography;
using System.Text;
using Pipeline.Templating;

namespace Pipeline.Analysis.Prompting;

/// <summary>What a language model is asked with: Liquid files of one language, which editors can change, and rules, which they can't.</summary>
public sealed class Prompts
{
    public static IReadOnlyList<string> Files { get; } = ["theme-prompt.liquid", "week-prompt.liquid", "repair-prompt.liquid"];

    /// <summary>What each prompt sees, made once: what another prompt sees is a mistake in it.</summary>
    private static readonly TemplateViews OfTheme = new(typeof(ThemePromptView)), OfWeek = new(typeof(WeekPromptView)), OfRepair = new(typeof(RepairPromptView));

    private Prompts(LiquidTemplate theme, LiquidTemplate week, LiquidTemplate repair) => (Theme, Week, Repair) = (theme, week, repair);

    internal LiquidTemplate Theme { get; }

    internal LiquidTemplate Week { get; }

    internal LiquidTemplate Repair { get; }

    /// <summary>Of everything but the week's own texts: 16 hexadecimal digits.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\0', Instructions.Rules, Instructions.ThemeForm, Instructions.WeekForm, Theme.Source, Week.Source, Repair.Source).ReplaceLineEndings("\n"))))[..16];

    /// <param name="file">Where a file of that name is: a folder of the editors' own need not hold them all.</param>
    /// <exception cref="TemplateException">A file is missing, has a mistake, or does not show the model what it is to write from.</exception>
    public static Prompts Load(Func<string, string> file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new Prompts(
            LiquidTemplate.Read(file(Files[0]), OfTheme).Needing("passages"),
            LiquidTemplate.Read(file(Files[1]), OfWeek).Needing("claims"),
            LiquidTemplate.Read(file(Files[2]), OfRepair).Needing("faults"));
    }
}
