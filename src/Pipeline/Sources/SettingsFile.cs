using Pipeline.Model;

namespace Pipeline.Sources;

/// <summary>sources.yaml → settings, each mistake with its line.</summary>
public static class SettingsFile
{
    /// <param name="cronFault">Why a text is no cron expression, or null where it is one; without it only the number of fields is checked.</param>
    /// <param name="variable">The environment, for <c>${NAME}</c> in headers: a variable's value, or null where it is not set. Without it such a value stays as it is written.</param>
    /// <exception cref="SettingsException">With every fault of the file.</exception>
    public static Settings Load(string path, Func<string, string?>? cronFault = null, Func<string, string?>? variable = null) =>
        Parse(FileText.Read(path), path, cronFault, variable);

    /// <summary>The file's text, without a byte order mark.</summary>
    /// <exception cref="SettingsException">It is missing, unreadable, too large, or no UTF-8.</exception>
    public static string Text(string path) => FileText.Read(path);

    /// <param name="file">The file's path: named in faults, and what paths inside the file are relative to.</param>
    /// <inheritdoc cref="Load"/>
    public static Settings Parse(string yaml, string file, Func<string, string?>? cronFault = null, Func<string, string?>? variable = null)
    {
        var faults = new Faults(file);
        var node = new NodeReader(yaml, faults).Read();
        if (node is null or Scalar { IsNull: true })
            throw faults.Stop(default, "the file is empty", "list at least one source in it, as the sources.yaml that ships with the command shows");
        var root = new Section(node, "the file", faults,
            "site", "week", "schedule", "themes", "roles", "aliases", "analyst", "embeddings", "sources", "archive", "digests", "contact", "fetch", "alerts", "links", "retention");
        var settings = Read(root, Path.GetDirectoryName(file) ?? "", cronFault, variable);
        faults.ThrowIfAny();
        return settings;
    }

    private static Settings Read(Section root, string folder, Func<string, string?>? cronFault, Func<string, string?>? variable)
    {
        var week = WeekSection.Read(root);
        var fetch = FetchSection.Read(root);
        var settings = new Settings
        {
            Site = SiteSection.Read(root),
            Week = week,
            Schedule = new ScheduleSection(cronFault).Read(root, week),
            Themes = ThemesSection.Read(root),
            Roles = RolesSection.Read(root) ?? Role.Standard,
            Aliases = AliasesSection.Read(root),
            DeniedLinks = LinksSection.Read(root),
            Model = AnalystSection.Read(root),
            Embeddings = EmbeddingsSection.Read(root),
            Sources = new SourcesSection(variable).Read(root),
            Archive = Located(folder, root.Text("archive", 1000)?.Value ?? Path.Combine(".pipeline", "archive.db")),
            Digests = Located(folder, root.Text("digests", 1000)?.Value ?? "digests"),
            Alerts = AlertsSection.Read(root),
            Retention = RetentionSection.Read(root),
            Contact = root.Text("contact", scalar => WebAddress.Read(scalar, root.Faults))?.AbsoluteUri,
        };
        return settings with { Pace = fetch.Pace ?? settings.Pace, FetchTimeout = fetch.Timeout ?? settings.FetchTimeout, Concurrency = fetch.Concurrency ?? settings.Concurrency };
    }

    private static string Located(string folder, string place) =>
        place.Contains("://", StringComparison.Ordinal) ? place : Path.Combine(folder, place);
}
