using Pipeline.Digests;
using Pipeline.Templating;

namespace Pipeline.Tests.Digests;

public sealed class TemplatesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pipeline-templates-").FullName;

    public TemplatesTests()
    {
        Directory.CreateDirectory(Path.Combine(folder, "en"));
        foreach (var name in new[] { "digest", "raw-news", "archive" })
            File.Copy(Path.Combine(Repository.Root, "templates", "en", $"{name}.liquid"), Path.Combine(folder, "en", $"{name}.liquid"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    [InlineData("en-GB")]
    public void What_ships_can_be_loaded(string language) => Assert.NotNull(Templates.Load(Path.Combine(Repository.Root, "templates"), language));

    [Theory]
    [InlineData("one\n{{ title", 2)]
    [InlineData("one\n\n{% for x in themes %}", 3)]
    [InlineData("{{ title }}\n  {{ titel }}", 2)]
    [InlineData("{% if false %}\n{{ title.deep.er }}{% endif %}", 2)]
    [InlineData("\n\n{% for i in (1..50000000) %}x{% endfor %}", 3)]
    [InlineData("\n{% assign n = 3 %}{% for i in (1..n) %}x{% endfor %}", 2)]
    [InlineData("{% if false %}\n{{ title | shout }}{% endif %}", 2)]
    [InlineData("\n{{ title | url_encode }}", 2)]
    [InlineData("{% if false %}\n\n{% include 'digest' %}{% endif %}", 3)]
    [InlineData("\n{% render 'digest' %}", 2)]
    public void A_mistake_is_named_with_file_line_and_column(string template, int line)
    {
        var mistake = Assert.Throws<TemplateException>(() => Load(template));

        Assert.Equal((Path.Combine(folder, "en", "digest.liquid"), line), (mistake.File, mistake.Line));
        Assert.True(mistake.Column > 0);
        Assert.StartsWith($"{mistake.File}:{line}:{mistake.Column}: ", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_column_is_where_the_wrong_name_stands()
    {
        var mistake = Assert.Throws<TemplateException>(() => Load("titel\n  {{ titel }}"));

        Assert.Equal((2, 6), (mistake.Line, mistake.Column));
    }

    [Fact]
    public void A_name_that_only_another_page_has_is_an_error_when_the_file_is_read()
    {
        var mistake = Assert.Throws<TemplateException>(() => Load("fine\n{{ coverage }}"));

        Assert.Equal((Path.Combine(folder, "en", "digest.liquid"), 2, 4), (mistake.File, mistake.Line, mistake.Column));
    }

    [Fact]
    public void There_is_no_clock() => Assert.Throws<TemplateException>(() => Write("{{ 'now' | date: '%Y' }}"));

    [Fact]
    public void A_template_that_never_ends_is_stopped()
    {
        Assert.Throws<TemplateException>(() => Write(Nested(4, "")));
        Assert.Equal(1, Assert.Throws<TemplateException>(() => Write(Nested(4, "x"))).Line);
    }

    /// <summary>Few steps, each of which makes more of what there is.</summary>
    [Theory]
    [InlineData("\n{% assign x = 'abcdefgh' %}{% for i in (1..40) %}{% assign x = x | append: x %}{% endfor %}", 2)]
    [InlineData("{% assign x = 'abcdefgh' %}\n{% for i in (1..40) %}{% capture x %}{{ x }}{{ x }}{% endcapture %}{% endfor %}", 1)]
    [InlineData("{% assign x = 'aaaaaaaa' %}\n{% for i in (1..9) %}{% assign x = x | replace: 'a', x %}{% endfor %}", 2)]
    [InlineData("{% assign x = 'a,b' | split: ',' %}\n{% for i in (1..40) %}{% assign x = x | concat: x %}{% endfor %}", 2)]
    [InlineData("{% assign x = 'a,b,c,d,e,f,g' | split: ',' %}\n{% for i in (1..9) %}{% assign y = x | join: y %}{% assign x = y | split: '' %}{% endfor %}", 0)]
    [InlineData("\n{{ '2026-02-06' | date: '%999999999Y' }}", 2)]
    [InlineData("{% capture x %}{% for i in (1..1000) %}{{ title }}{{ title }}{{ title }}{% endfor %}{% endcapture %}\n{% for i in (1..1000) %}{{ x }}{% endfor %}", 0)]
    [InlineData("\n{{ 79228162514264337593543950335 | times: 79228162514264337593543950335 }}", 0)]
    [InlineData("\n{{ 1 | divided_by: 0 }}", 0)]
    public void A_template_can_not_exhaust_the_memory(string template, int line)
    {
        var before = GC.GetTotalAllocatedBytes();

        var mistake = Assert.Throws<TemplateException>(() => Write(template));

        Assert.True(line == 0 || line == mistake.Line, mistake.Message);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 400_000_000, "more than 400 MB were allocated");
    }

    [Fact]
    public void A_template_can_not_be_nested_until_the_stack_ends()
    {
        Assert.Contains("nested", Assert.Throws<TemplateException>(() => Load(string.Concat(Enumerable.Repeat("{% if true %}\n", 10_000)))).Message, StringComparison.Ordinal);
        Assert.Contains("longer than", Assert.Throws<TemplateException>(() => Load("{{ title" + string.Concat(Enumerable.Repeat("[title", 10_000)) + " }}")).Message, StringComparison.Ordinal);
        Assert.Contains("1 MB", Assert.Throws<TemplateException>(() => Load(new string('x', 2_000_000))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_ordinary_template_does_with_texts_and_lists_works()
    {
        const string Template = "{% capture all %}{% for theme in themes %}{{ theme.id }},{% endfor %}{% endcapture %}{{ all | split: ',' | reverse | join: ' ' | upcase }} {{ themes.size | plus: 1 }} {{ title | truncate: 12 | append: '!' }}";

        Assert.Matches(@"\A\n?T2 T1 3 .{9}\.\.\.!\n\z", Page(Template));
    }

    [Fact]
    public void A_missing_folder_or_file_is_named()
    {
        File.Delete(Path.Combine(folder, "en", "archive.liquid"));

        Assert.Contains("archive.liquid", Assert.Throws<TemplateException>(() => Templates.Load(folder, "en")).Message, StringComparison.Ordinal);
        Assert.Contains("'zh-CN'", Assert.Throws<TemplateException>(() => Templates.Load(folder, "zh-CN")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_from_outside_is_inert_whatever_the_template_does_with_it()
    {
        var digest = SampleWeek.Digest("en");
        var hostile = digest with { Headline = digest.Headline with { Text = "Headline <script>{{ 1 | plus: 1 }}</script> {% raw %} [x](javascript:y)", Evidence = digest.Headline.Evidence } };
        var page = System.Text.Encoding.UTF8.GetString(DigestWriter.Write(hostile, SampleWeek.Anchors, SampleWeek.Site("en"), Load("{{ title }} {{ headline_links }}"), null)[3].Content);

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{%", page.Split("---\n")[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page.Split("---\n")[^1], StringComparison.Ordinal);
    }

    private static string Nested(int depth, string inner) =>
        depth == 0 ? inner : $"{{% for i{depth} in (1..1000) %}}{Nested(depth - 1, inner)}{{% endfor %}}";

    private Templates Load(string digest)
    {
        File.WriteAllText(Path.Combine(folder, "en", "digest.liquid"), digest);
        return Templates.Load(folder, "en");
    }

    private void Write(string digest) => Page(digest);

    private string Page(string digest) => System.Text.Encoding.UTF8.GetString(
        DigestWriter.Write(SampleWeek.Digest("en"), SampleWeek.Anchors, SampleWeek.Site("en"), Load(digest), null)[3].Content).Split("---\n")[^1];
}
