using Pipeline.Host.LanguageModel;
using Pipeline.Model;
using Pipeline.Sources;
using Pipeline.Stories;

namespace Pipeline.Host.Embeddings;

/// <summary>The embedding model of one run, behind the archive's kept vectors.</summary>
internal sealed class EmbeddingDesk : IDisposable
{
    private readonly HttpMessageHandler _transport;

    /// <param name="keeps">Whether vectors are kept; not where nothing is to be written.</param>
    /// <param name="variable">The environment, for keys.</param>
    public EmbeddingDesk(EmbeddingSettings settings, IArchive archive, Asking asking, bool keeps, Func<string, string?> variable, TimeProvider clock)
    {
        // No redirects: a key goes to the endpoint that it was given for, and nowhere else.
        _transport = new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        var use = new EmbeddingUse();
        var endpoint = new EmbeddingEndpoint(settings, variable, _transport, use, clock);
        Embedder = new Embedder(new KeptVectors(endpoint, settings.Model, settings.Batch, archive, asking, keeps, use), settings.Model) { Decides = asking != Asking.Nothing, Use = use };
    }

    public Embedder Embedder { get; }

    public void Dispose()
    {
        Embedder.Generator.Dispose();
        _transport.Dispose();
    }
}
