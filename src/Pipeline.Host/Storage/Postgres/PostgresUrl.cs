using System.Text.RegularExpressions;
using Npgsql;
using Pipeline.Host.Commands;

namespace Pipeline.Host.Storage.Postgres;

/// <summary>
/// The address of a database, as PostgreSQL writes it (postgresql.org/docs, "Connection URIs"), without a password in it:
/// that comes from <c>PGPASSWORD</c>, from the password file, or from the variable that stands in its place.
/// </summary>
internal sealed partial class PostgresUrl
{
    private static readonly string[] Schemes = ["postgres", "postgresql"];

    private readonly NpgsqlConnectionStringBuilder settings;

    /// <summary>The variable of the environment that has the password; null where the address names none.</summary>
    private readonly string? secret;

    private PostgresUrl(string shown, NpgsqlConnectionStringBuilder settings, string? secret) => (Shown, this.settings, this.secret) = (shown, settings, secret);

    /// <summary>As it was written: no secret is in it.</summary>
    public string Shown { get; }

    public string Database => settings.Database!;

    /// <summary>For the driver alone: the password is in it.</summary>
    /// <param name="variable">The environment.</param>
    /// <exception cref="UsageException">The variable that the address names is not set.</exception>
    public string ConnectionString(Func<string, string?> variable)
    {
        if (secret is null)
            return settings.ToString();
        var password = variable(secret) is { Length: > 0 } set
            ? set
            : throw new UsageException($"the archive's address needs the environment variable {secret}, which is not set: set it to the password");
        return new NpgsqlConnectionStringBuilder(settings.ToString()) { Password = password }.ToString();
    }

    public static bool IsOne(string location) => Schemes.Any(scheme => location.StartsWith(scheme + "://", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the form alone: what needs no archive needs no password either.</summary>
    /// <exception cref="UsageException">It is no such address, or a password stands in it. The message never shows it.</exception>
    public static PostgresUrl Parse(string text)
    {
        // The text is not shown: what can't be read may have a password anywhere.
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || !IsOne(text))
            throw new UsageException("the archive's address can't be read; it looks like postgres://user@host:5432/database");
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = url.IdnHost.Length > 0 ? url.IdnHost : "localhost",
            Database = Uri.UnescapeDataString(url.AbsolutePath.Trim('/')),
        };
        if (url.Port > 0)
            settings.Port = url.Port;
        var secret = ReadUser(url.UserInfo, settings);
        foreach (var parameter in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            ReadParameter(parameter, settings);
        if (settings.Database.Length == 0)
            throw new UsageException("the archive's address names no database; it looks like postgres://user@host:5432/database");
        return new PostgresUrl(text, settings, secret);
    }

    /// <returns>The name of the password's variable, where there is one.</returns>
    private static string? ReadUser(string user, NpgsqlConnectionStringBuilder settings)
    {
        var parts = user.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        if (parts[0].Length > 0)
            settings.Username = parts[0];
        if (parts.Length == 1)
            return null;
        return Variable().Match(parts[1]) is { Success: true } match
            ? match.Groups[1].Value
            : throw new UsageException("the archive's address has a password in it, where others can read it: take it out, and set PGPASSWORD, write it into ~/.pgpass, or write ${NAME} in its place, a variable of the environment");
    }

    private static void ReadParameter(string parameter, NpgsqlConnectionStringBuilder settings)
    {
        var parts = parameter.Split('=', 2);
        var value = Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? "");
        Action? set = parts[0] switch
        {
            "host" => () => settings.Host = value,
            "port" when ushort.TryParse(value, out var port) => () => settings.Port = port,
            "user" => () => settings.Username = value,
            "sslmode" when Enum.TryParse<SslMode>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var mode) => () => settings.SslMode = mode,
            "sslrootcert" => () => settings.RootCertificate = value,
            "sslcert" => () => settings.SslCertificate = value,
            "sslkey" => () => settings.SslKey = value,
            "passfile" => () => settings.Passfile = value,
            _ => null,
        };
        if (set is null)
            throw new UsageException($"the archive's address has '{parts[0]}' in it, which is not known or has a wrong value; known are host, port, user, sslmode, sslrootcert, sslcert, sslkey and passfile");
        set();
    }

    [GeneratedRegex(@"\A\$\{([A-Za-z_][A-Za-z0-9_]*)\}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
