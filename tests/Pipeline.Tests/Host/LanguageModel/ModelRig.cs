using Pipeline.Analysis;
using Pipeline.Host.LanguageModel;
using Pipeline.Host.Storage;
using Pipeline.Model;
using Pipeline.Sources;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host.LanguageModel;

/// <summary>An archive in a folder of its own, and digests that are written with a language model and kept in it.</summary>
internal sealed class ModelRig : IAsyncDisposable
{
    public const string Key = "sk-test-0123456789abcdef";

    private static readonly Dictionary<string, WeekNews> News = new[] { "en", "zh-CN" }.ToDictionary(language => language, language => SomeWeek.News(language));

    private readonly TemporaryFolder _folder = new();
    private SqlArchive? _archive;

    public TimeProvider Clock { get; init; } = new HastyClock();

    /// <summary>What MODEL_KEY holds; null where it is not set.</summary>
    public string? KeyInEnvironment { get; init; } = Key;

    public ModelUse? Use { get; private set; }

    public static ModelProvider Provider(Uri endpoint, string model = "large-1") => new(endpoint, model) { KeyVariable = "MODEL_KEY" };

    public async Task<Digest> WriteAsync(ModelSettings settings, Asking asking = Asking.Missing, string language = "en", bool keeps = true)
    {
        _archive ??= await SqlArchive.OpenAsync(_folder["archive.db"], default);
        using var desk = new ModelDesk(settings, Digested.Prompts(language), _archive, asking, keeps, name => name == "MODEL_KEY" ? KeyInEnvironment : null, Clock);
        Use = desk.Use;
        return await ModelAnalyst.WriteAsync(News[language], desk.Writer, default);
    }

    public async ValueTask DisposeAsync()
    {
        if (_archive is not null)
            await _archive.DisposeAsync();
        _folder.Dispose();
    }
}
