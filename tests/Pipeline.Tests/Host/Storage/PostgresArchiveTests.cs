using Pipeline.Host.Storage;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host.Storage;

[NeedsPostgres]
public sealed class PostgresArchiveTests : ArchiveContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    private string url = "";

    public override async Task InitializeAsync()
    {
        url = await PostgresServer.NewDatabaseAsync();
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await PostgresServer.DropAsync(url);
    }

    protected override async Task<IArchive> OpenAsync() => await SqlArchive.OpenAsync(url, None);
}
