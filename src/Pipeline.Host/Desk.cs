using Pipeline.Analysis.Prompting;
using Pipeline.Digests;
using Pipeline.Fetching;
using Pipeline.Host.Commands;
using Pipeline.Host.Embeddings;
using Pipeline.Host.LanguageModel;
using Pipeline.Host.Schedule;
using Pipeline.Host.Storage;
using Pipeline.Host.Storage.Postgres;
using Pipeline.Model;
using Pipeline.Sources;

namespace Pipeline.Host;

/// <summary>Everything a verb works with, opened from the command line's request: settings, archive, newsroom. The composition root.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly Fetcher _fetcher;
    private readonly Prompts? _prompts;

    private Desk(Settings settings, IArchive archive, Fetcher fetcher, Templates templates, Prompts? prompts, TimeProvider clock, IProgress<Progress> progress)
    {
        (_fetcher, _prompts) = (fetcher, prompts);
        (Settings, Archive, Templates, Clock) = (settings, archive, templates, clock);
        Newsroom = new Newsroom(settings, archive, fetcher, clock, progress);
    }

    /// <summary>The sources.yaml that was read, as it was named.</summary>
    public string SourcesFile { get; private init; } = "sources.yaml";

    public Settings Settings { get; }

    public IArchive Archive { get; }

    public Templates Templates { get; }

    public TimeProvider Clock { get; }

    public Newsroom Newsroom { get; }

    /// <summary>What this process shares with other nodes; null where it works alone.</summary>
    public PostgresNodes? Nodes { get; private init; }

    /// <param name="clock">The system's where null.</param>
    /// <param name="transport">What carries requests, in place of the network; the demo's loopback server comes in here.</param>
    public static async Task<Desk> OpenAsync(
        Request request, IProgress<Progress> progress, CancellationToken cancellation, TimeProvider? clock = null, HttpMessageHandler? transport = null)
    {
        var settings = LoadSettings(request);
        var templates = LoadTemplates(request, settings.Site.Language);
        var prompts = LoadPrompts(request, settings);
        var archive = await SqlArchive.OpenAsync(settings.Archive, cancellation);
        clock ??= TimeProvider.System;
        var options = Options(settings);
        var nodes = request.IsNode && PostgresUrl.IsOne(settings.Archive)
            ? await PostgresNodes.OpenAsync(PostgresUrl.Parse(settings.Archive), options.PerDomain, options.Pace, clock, cancellation)
            : null;
        return new Desk(settings, archive, new Fetcher(options, transport, clock, nodes?.Turns), templates, prompts, clock, progress) { SourcesFile = request.Sources, Nodes = nodes };
    }

    /// <summary>sources.yaml, with what the command line puts in its place; relative paths of the command line start where the user stands.</summary>
    public static Settings LoadSettings(Request request)
    {
        var settings = SettingsFile.Load(request.Sources, Cron.Fault, Environment.GetEnvironmentVariable);
        return settings with
        {
            Archive = ArchivePath(request.Archive ?? settings.Archive),
            Digests = Path.GetFullPath(request.Digests ?? settings.Digests),
        };
    }

    /// <summary>The templates beside sources.yaml where there are some, else those that ship with the command.</summary>
    public static Templates LoadTemplates(Request request, string language)
    {
        var own = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(request.Sources))!, "templates");
        return Templates.Load(Directory.Exists(own) ? own : Path.Combine(AppContext.BaseDirectory, "templates"), language);
    }

    /// <summary>What a language model is asked with; null where none is. A folder of the editors' own need not hold the prompts.</summary>
    public static Prompts? LoadPrompts(Request request, Settings settings)
    {
        if (settings.Model is null)
            return null;
        var own = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(request.Sources))!, "templates", settings.Site.Language);
        var shipped = Path.Combine(AppContext.BaseDirectory, "templates", settings.Site.Language);
        return Prompts.Load(name => File.Exists(Path.Combine(own, name)) ? Path.Combine(own, name) : Path.Combine(shipped, name));
    }

    /// <summary>The language model for one run; null where sources.yaml wants none.</summary>
    /// <param name="keeps">Whether replies are kept: not where nothing is to be written.</param>
    public ModelDesk? Model(Asking asking, bool keeps = true) => _prompts is null
        ? null
        : new ModelDesk(Settings.Model!, _prompts, Archive, asking, keeps, Environment.GetEnvironmentVariable, Clock);

    /// <summary>The embedding model for one run; null where sources.yaml wants none.</summary>
    /// <inheritdoc cref="Model"/>
    public EmbeddingDesk? Embedding(Asking asking, bool keeps = true) => Settings.Embeddings is { } wanted
        ? new EmbeddingDesk(wanted, Archive, asking, keeps, Environment.GetEnvironmentVariable, Clock)
        : null;

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        await (Nodes?.DisposeAsync() ?? ValueTask.CompletedTask);
        await Archive.DisposeAsync();
    }

    /// <summary>An honest user agent names a page about itself, where the editors have one.</summary>
    public static FetchOptions Options(Settings settings)
    {
        var options = new FetchOptions { Pace = settings.Pace, Timeout = settings.FetchTimeout };
        return settings.Contact is { } contact ? options with { UserAgent = $"{FetchOptions.ProductToken}/0.1 (+{contact})" } : options;
    }

    /// <summary>Where an archive is that the command line or sources.yaml names: a full path, or an address.</summary>
    /// <exception cref="UsageException">It is neither.</exception>
    public static string ArchivePath(string archive)
    {
        if (!archive.Contains("://", StringComparison.Ordinal))
            return Path.GetFullPath(archive);
        // Read here too, so that a wrong one is told before anything else is done.
        return PostgresUrl.IsOne(archive)
            ? PostgresUrl.Parse(archive).Shown
            : throw new UsageException("an archive is an SQLite file's path or postgres://user@host/database");
    }
}
