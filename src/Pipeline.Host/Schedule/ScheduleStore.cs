using Microsoft.Data.Sqlite;
using Npgsql;
using Pipeline.Host.Storage.Postgres;
using Quartz;

namespace Pipeline.Host.Schedule;

/// <summary>Where Quartz keeps jobs, triggers and what is running: it outlives the process, and tables are made where there are none.</summary>
internal static class ScheduleStore
{
    /// <summary>Beside the archive and not in it: Quartz has its own transactions, and the archive one writer.</summary>
    public static string FileBeside(string archive) => Path.ChangeExtension(archive, ".schedule.db");

    public static void UseScheduleStore(this IQuartzBuilder quartz, string archive) => quartz.UsePersistentStore(store =>
    {
        if (PostgresUrl.IsOne(archive))
            store.UseCluster(archive);
        else
            store.UseSqlite(SqliteFactory.Instance, new SqliteConnectionStringBuilder { DataSource = FileBeside(archive) }.ToString());
        store.ProvisionSchema();
        store.ConfigureStore(options =>
        {
            options.StoreJobDataAsStrings = true;
            // What a shutdown breaks off is begun again at the next start, or by another node.
            options.RecoverFiringsCancelledByShutdown = true;
        });
    });

    /// <remarks>Quartz's own intervals: a node that has not been heard of for 15 seconds is taken for dead, and its jobs are begun again elsewhere.</remarks>
    private static void UseCluster(this IPersistentStoreBuilder store, string archive)
    {
        var url = PostgresUrl.Parse(archive);
        store.UsePostgres(NpgsqlFactory.Instance, PostgresDatabase.ConnectionString(url, PostgresNodes.SchemaName));
        store.UseClustering();
    }
}
