namespace Pipeline.Host.LanguageModel;

/// <summary>Reads an answer whole before anybody looks at it, and no more of it than anybody needs.</summary>
/// <param name="hasKey">Without one, the client's placeholder is not sent.</param>
/// <param name="largest">In bytes.</param>
internal sealed class Wire(HttpMessageHandler transport, bool hasKey, int largest) : DelegatingHandler(transport)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!hasKey)
            request.Headers.Authorization = null;
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(largest, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
