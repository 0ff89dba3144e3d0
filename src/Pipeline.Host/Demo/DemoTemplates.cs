using System.Text;
using Fluid;

namespace Pipeline.Host.Demo;

/// <summary>Renders a publisher's own Liquid templates (its feed, its page shells) into the bytes it serves.</summary>
internal sealed class DemoTemplates
{
    private static readonly FluidParser _parser = new();
    private static readonly TemplateOptions _options = Options();

    private readonly DemoPublisher _publisher;
    private readonly string _folder;
    private readonly Encoding _encoding;

    public DemoTemplates(DemoPublisher publisher, string folder)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _publisher = publisher;
        _folder = folder;
        // Strict: a character that GBK lacks is a mistake in news.md, not a question mark.
        _encoding = publisher.Encoding == "utf-8"
            ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
            : Encoding.GetEncoding(publisher.Encoding, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }

    public byte[] Feed(IReadOnlyList<DemoItem> items) =>
        Render(Directory.GetFiles(_folder, "feed.*").Single(), context => context.SetValue("items", items));

    /// <param name="others">The publisher's other items, for the "related" and "most read" lists that clutter every real page.</param>
    public byte[] Page(string template, DemoItem item, IReadOnlyList<DemoItem> others) =>
        Render(Path.Combine(_folder, template), context => context.SetValue("item", item).SetValue("others", others));

    private byte[] Render(string file, Action<TemplateContext> fill)
    {
        if (!_parser.TryParse(File.ReadAllText(file), out var template, out var error))
            throw new FormatException($"{file}: {error}");
        var context = new TemplateContext(_options).SetValue("site", _publisher);
        fill(context);
        return _encoding.GetBytes(template.Render(context));
    }

    private static TemplateOptions Options()
    {
        var options = new TemplateOptions { StrictVariables = true, StrictFilters = true, TimeZone = TimeZoneInfo.Utc };
        options.MemberAccessStrategy.MemberNameStrategy = MemberNameStrategies.CamelCase;
        options.MemberAccessStrategy.Register<DemoPublisher>();
        options.MemberAccessStrategy.Register<DemoItem>();
        return options;
    }
}
