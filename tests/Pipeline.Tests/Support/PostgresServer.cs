using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Pipeline.Tests.Support;

/// <summary>
/// A PostgreSQL for all tests: the one that PIPELINE_TEST_POSTGRES names (<c>postgres://user@host/database</c>, whose user may
/// create databases), else a throw-away one, which listens at a socket in its own temporary folder and ends with this process.
/// </summary>
internal static class PostgresServer
{
    private const string Variable = "PIPELINE_TEST_POSTGRES";

    /// <summary>
    /// Waits at its standard input: that ends when the tests do, however they end. Killed then, for nothing in it is wanted.
    /// The first line that it writes is the folder, once the server answers.
    /// </summary>
    private const string Script =
        """
        trap '' INT
        folder=$(mktemp -d /tmp/pipeline-postgres-XXXXXX) || exit
        trap 'rm -rf "$folder"' EXIT
        cd "$folder"
        "$0/initdb" -D data -A trust -U postgres -E UTF8 --no-locale --no-sync >log 2>&1 \
          && "$0/pg_ctl" -D data -w -l log -o "-F -k $folder -c listen_addresses= -c max_connections=200" start >/dev/null 2>&1 \
          || { cat log >&2; exit 1; }
        echo "$folder"
        read -r _
        "$0/pg_ctl" -D data -m immediate stop >/dev/null 2>&1
        """;

    private static readonly string? Binaries = FindBinaries();
    private static readonly Lazy<string> Address = new(Start);
    private static int databases;

    /// <summary>Referred to for as long as the tests run: collected as garbage, its standard input would close.</summary>
    private static Process? process;

    /// <summary>The advisory locks that are held or waited for in the database at hand: other tests have theirs in others, on the same server.</summary>
    public const string AdvisoryLocks = "FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    /// <summary>Why tests that need it are skipped; null where it can be had.</summary>
    public static string? Absent { get; } = Binaries is null && Environment.GetEnvironmentVariable(Variable) is null
        ? $"PostgreSQL is not installed (Debian: apt-get install postgresql), and {Variable} names none"
        : null;

    /// <summary>A new, empty database's address, as <c>--archive</c> takes it.</summary>
    public static async Task<string> NewDatabaseAsync(string encoding = "UTF8")
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"pipeline_test_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}");
        await ExecuteAsync(Address.Value, $"CREATE DATABASE {name} ENCODING '{encoding}' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'");
        return In(name);
    }

    public static Task DropAsync(string database) =>
        ExecuteAsync(Address.Value, $"DROP DATABASE IF EXISTS {new Uri(database).AbsolutePath.Trim('/')} WITH (FORCE)");

    /// <summary>In the server's own database.</summary>
    public static Task ExecuteOnServerAsync(string sql) => ExecuteAsync(Address.Value, sql);

    public static async Task ExecuteAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString(database));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>As Npgsql wants it.</summary>
    public static string ConnectionString(string database) => new NpgsqlConnectionStringBuilder(
        Pipeline.Host.Storage.Postgres.PostgresUrl.Parse(database).ConnectionString(Environment.GetEnvironmentVariable))
    { Pooling = false }.ToString();

    private static string In(string database) => new UriBuilder(Address.Value) { Path = database }.Uri.OriginalString;

    private static string Start()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { } named)
            return named;
        // initdb refuses to run as root.
        string[] asPostgres = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--"] : [];
        string[] command = [.. asPostgres, "sh", "-c", Script, Binaries!];
        process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        if (process.StandardOutput.ReadLine() is not { } folder)
            throw new InvalidOperationException("PostgreSQL did not start: " + process.StandardError.ReadToEnd());
        return $"postgres://postgres@localhost/postgres?host={folder}";
    }

    /// <summary>Debian keeps them beside the path, a folder for each version.</summary>
    private static string? FindBinaries()
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin")) : [];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Concat(debian)
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }
}
