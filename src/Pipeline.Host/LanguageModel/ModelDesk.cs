using Pipeline.Analysis;
using Pipeline.Analysis.Prompting;
using Pipeline.Model;
using Pipeline.Sources;

namespace Pipeline.Host.LanguageModel;

/// <summary>The language model of one run: providers behind a budget, behind the archive's kept replies.</summary>
internal sealed class ModelDesk : IDisposable
{
    private readonly HttpMessageHandler _transport;
    private readonly KeptReplies _client;

    /// <param name="keeps">Whether replies are kept; not where nothing is to be written.</param>
    /// <param name="variable">The environment, for keys.</param>
    public ModelDesk(ModelSettings settings, Prompts prompts, IArchive archive, Asking asking, bool keeps, Func<string, string?> variable, TimeProvider clock)
    {
        // No redirects: a key goes to the endpoint that it was given for, and nowhere else.
        _transport = new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        var budget = new Budget(settings, Use, clock);
        var chain = new ProviderChain([.. settings.Providers.Select(provider => new Provider(provider, variable, _transport, budget, Use, clock))], Use);
        _client = new KeptReplies(chain, archive, asking, keeps, Use);
        Writer = new ModelWriter(_client, prompts);
    }

    public ModelUse Use { get; } = new();

    public ModelWriter Writer { get; }

    public void Dispose()
    {
        _client.Dispose();
        _transport.Dispose();
    }
}
