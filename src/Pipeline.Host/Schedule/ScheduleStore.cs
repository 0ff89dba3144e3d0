using Microsoft.Data.Sqlite;
using Pipeline.Host.Storage.Postgres;
using Quartz;

namespace Pipeline.Host.Schedule;

/// <summary>Where Quartz keeps jobs, triggers and what is running: it outlives the process, and tables are made where there are none.</summary>
internal static class ScheduleStore
{
    /// <summary>Beside the archive and not in it: Quartz has its own transactions, and the archive one writer.</summary>
    /// <remarks>Where the archive is in a database elsewhere, each machine that serves has its own, below the folder that it serves in.</remarks>
    public static string FileBeside(string archive) =>
        Path.ChangeExtension(PostgresUrl.IsOne(archive) ? Directory.CreateDirectory(".pipeline").FullName + "/archive.db" : archive, ".schedule.db");

    public static void UseScheduleStore(this IQuartzBuilder quartz, string archive) => quartz.UsePersistentStore(store =>
    {
        store.UseSqlite(SqliteFactory.Instance, new SqliteConnectionStringBuilder { DataSource = FileBeside(archive) }.ToString());
        store.ProvisionSchema();
        store.ConfigureStore(options =>
        {
            options.StoreJobDataAsStrings = true;
            // What a shutdown breaks off is begun again at the next start, or by another node.
            options.RecoverFiringsCancelledByShutdown = true;
        });
    });
}
