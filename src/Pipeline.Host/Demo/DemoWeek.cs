namespace Pipeline.Host.Demo;

/// <summary>The sample week: what its invented publishers serve, made of the files in Demo/Week, the same bytes every time.</summary>
internal sealed class DemoWeek
{
    private readonly Dictionary<DemoAddress, DemoResponse> _responses = [];
    private readonly Dictionary<string, int> _down = new(StringComparer.Ordinal);

    private DemoWeek(string sources) => Sources = sources;

    /// <summary>Where the week lies beside the command.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Demo", "Week");

    /// <summary>The week's sources.yaml, as text.</summary>
    public string Sources { get; }

    public List<(DemoPublisher Publisher, IReadOnlyList<DemoItem> Items)> Publishers { get; } = [];

    public IEnumerable<string> Hosts => Publishers.Select(publisher => publisher.Publisher.Host);

    public IReadOnlyDictionary<DemoAddress, DemoResponse> Responses => _responses;

    public static DemoWeek Load(string? folder = null)
    {
        folder ??= Folder;
        var week = new DemoWeek(File.ReadAllText(Path.Combine(folder, "sources.yaml")));
        foreach (var publisher in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
            week.Add(publisher);
        return week;
    }

    /// <summary>What is answered at an address: 404 where nothing is served, the outage where the whole site is down.</summary>
    public DemoResponse At(DemoAddress address)
    {
        if (_down.TryGetValue(address.Host, out var status))
            return Plain(status, "Service unavailable");
        return _responses.GetValueOrDefault(address) ?? Plain(404, "Not found");
    }

    private void Add(string folder)
    {
        var publisher = DemoPublisher.Read(folder);
        if (publisher.Status != 200)
        {
            _down.Add(publisher.Host, publisher.Status);
            Publishers.Add((publisher, []));
            return;
        }

        var items = new NewsFile(publisher).Read(File.ReadAllText(Path.Combine(folder, "news.md")));
        var templates = new DemoTemplates(publisher, folder);
        Publishers.Add((publisher, items));
        _responses.Add(new DemoAddress(publisher.Host, publisher.FeedPath), new DemoResponse(200, publisher.FeedType, templates.Feed(items)));
        for (var index = 0; index < items.Count; index++)
            _responses.Add(new DemoAddress(publisher.Host, items[index].Path), Page(publisher, templates, items[index], Others(items, index)));
    }

    private static DemoResponse Page(DemoPublisher publisher, DemoTemplates templates, DemoItem item, IReadOnlyList<DemoItem> others) =>
        item.Page switch
        {
            DemoPage.Missing => Plain(404, "Not found"),
            DemoPage.Gone => Plain(410, "Gone"),
            DemoPage.Paywall => new DemoResponse(200, publisher.PageType, templates.Page("paywall.html", item, others)),
            _ => new DemoResponse(200, publisher.PageType, templates.Page("page.html", item, others)),
        };

    /// <summary>Starting behind the item, so that no two pages have the same list.</summary>
    private static DemoItem[] Others(IReadOnlyList<DemoItem> items, int index) =>
        [.. items.Skip(index + 1).Concat(items.Take(index)).Take(5)];

    private static DemoResponse Plain(int status, string text) =>
        new(status, "text/html; charset=utf-8", System.Text.Encoding.UTF8.GetBytes($"<!doctype html><title>{status}</title><h1>{text}</h1>\n"));
}
