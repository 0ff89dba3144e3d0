namespace Pipeline.Host.LanguageModel;

/// <summary>Reads an answer whole before anybody looks at it, and no more of it than any digest needs.</summary>
/// <param name="hasKey">Without one, the client's placeholder is not sent.</param>
internal sealed class Wire(HttpMessageHandler transport, bool hasKey) : DelegatingHandler(transport)
{
    /// <summary>In bytes: forty times a long answer.</summary>
    public const int Largest = 1_000_000;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!hasKey)
            request.Headers.Authorization = null;
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(Largest, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
