using Npgsql;
using Pipeline.Host.Commands;
using Pipeline.Host.Storage.Postgres;

namespace Pipeline.Tests.Host.Storage.Postgres;

public sealed class PostgresUrlTests
{
    [Theory]
    [InlineData("postgres://editor@db.example/news", "db.example", 5432, "editor", "news")]
    [InlineData("POSTGRESQL://db.example:6000/news", "db.example", 6000, null, "news")]
    [InlineData("postgres://a%40b@[::1]:6000/%E6%96%B0%20b", "::1", 6000, "a@b", "新 b")]
    [InlineData("postgres:///news", "localhost", 5432, null, "news")]
    [InlineData("postgres:///news?host=/run/postgresql&port=5433&user=editor", "/run/postgresql", 5433, "editor", "news")]
    [InlineData("postgres://editor:${SECRET}@db.example/news", "db.example", 5432, "editor", "news")]
    public void An_address_is_read_as_PostgreSQL_writes_it(string text, string host, int port, string? user, string database)
    {
        var url = PostgresUrl.Parse(text);

        var settings = Settings(url);
        Assert.Equal((host, port, user, database), (settings.Host, settings.Port, settings.Username, settings.Database));
        Assert.Equal(text.Contains("SECRET", StringComparison.Ordinal) ? "it's; a=secret" : null, settings.Password);
        Assert.Equal(text, url.Shown);
    }

    [Fact]
    public void Its_encryption_can_be_set()
    {
        var settings = Settings(PostgresUrl.Parse("postgres://db.example/news?sslmode=verify-full&sslrootcert=/etc/ca.pem"));

        Assert.Equal((SslMode.VerifyFull, "/etc/ca.pem"), (settings.SslMode, settings.RootCertificate));
    }

    [Theory]
    [InlineData("postgres://editor:hunter2@db.example/news", "PGPASSWORD")]
    [InlineData("postgres://editor:@db.example/news", "PGPASSWORD")]
    [InlineData("postgres://editor:hunter2@db example/news", "can't be read")]
    [InlineData("postgres://db.example", "names no database")]
    [InlineData("postgres://db.example/", "names no database")]
    [InlineData("postgres://db.example/news?password=hunter2", "'password'")]
    [InlineData("postgres://db.example/news?sslmode=hunter2", "'sslmode'")]
    [InlineData("postgres://db.example/news?port=hunter2", "'port'")]
    public void What_is_none_is_refused_without_showing_a_secret(string text, string said)
    {
        var refused = Assert.Throws<UsageException>(() => PostgresUrl.Parse(text));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_is_asked_for_when_it_is_needed()
    {
        var url = PostgresUrl.Parse("postgres://editor:${UNSET}@db.example/news");

        var refused = Assert.Throws<UsageException>(() => Settings(url));

        Assert.Contains("the environment variable UNSET, which is not set", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("archive.db", false)]
    [InlineData("postgres.db", false)]
    [InlineData("mysql://db.example/news", false)]
    [InlineData("Postgres://db.example/news", true)]
    public void An_address_is_told_from_a_file(string text, bool isOne) => Assert.Equal(isOne, PostgresUrl.IsOne(text));

    private static NpgsqlConnectionStringBuilder Settings(PostgresUrl url) => new(url.ConnectionString(name => name == "SECRET" ? "it's; a=secret" : null));
}
