using Pipeline.Analysis.Prompting;
using Pipeline.Templating;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Analysis;

public sealed class PromptsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_shipped_prompts_of_both_languages_are_sound_and_known_by_their_hash()
    {
        Assert.Matches("^[0-9a-f]{16}$", Digested.Prompts("en").Hash);
        Assert.NotEqual(Digested.Prompts("en").Hash, Digested.Prompts("zh-CN").Hash);
    }

    [Theory]
    [InlineData("theme-prompt.liquid", "Write.\n{{ pasages }}", ":2:4: there is no 'pasages'")]
    [InlineData("theme-prompt.liquid", "Write about {{ theme }}.", "it never says {{ passages }}")]
    [InlineData("week-prompt.liquid", "{{ week }}", "it never says {{ claims }}")]
    [InlineData("repair-prompt.liquid", "Again.", "it never says {{ faults }}")]
    [InlineData("theme-prompt.liquid", "{{ passages }}\n{{ claims }}", ":2:4: there is no 'claims'")]
    [InlineData("repair-prompt.liquid", "{{ faults }}{{ week }}", ":1:16: there is no 'week'")]
    [InlineData("week-prompt.liquid", "{% for theme in themes %}{{ claims }}", ":")]
    public void A_mistake_is_told_with_its_file(string name, string text, string told)
    {
        _folder.Write(name, text);

        var mistake = Assert.Throws<TemplateException>(() => Load(name));

        Assert.Contains(name + (told[0] == ':' ? told : ""), mistake.Message, StringComparison.Ordinal);
        Assert.Contains(told, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_prompt_has_another_hash_and_line_ends_do_not_count()
    {
        var shipped = File.ReadAllText(Path.Combine(Cases.Root, "templates", "en", "theme-prompt.liquid")).ReplaceLineEndings("\n");
        _folder.Write("theme-prompt.liquid", shipped.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal(Digested.Prompts("en").Hash, Load("theme-prompt.liquid").Hash);

        _folder.Write("theme-prompt.liquid", shipped + "Be brief.");
        Assert.NotEqual(Digested.Prompts("en").Hash, Load("theme-prompt.liquid").Hash);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void A_list_in_a_prompt_has_no_blank_lines_within(string language)
    {
        var prompts = Digested.Prompts(language);

        var week = prompts.Week.Render(new WeekPromptView("2026-W06", "English", ["Builders"], ["t1: Rules", "t2: Chips"], 6, "fenced"));
        var repair = prompts.Repair.Render(new RepairPromptView("English", ["first", "second"], 1));

        Assert.Contains("\n- t1: Rules\n- t2: Chips\n\n", week, StringComparison.Ordinal);
        Assert.Contains("\n- first\n- second\n\n", repair, StringComparison.Ordinal);
    }

    private Prompts Load(string own) => Prompts.Load(name => name == own ? _folder[name] : Path.Combine(Cases.Root, "templates", "en", name));
}
