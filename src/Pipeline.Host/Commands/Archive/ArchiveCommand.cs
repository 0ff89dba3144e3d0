using System.CommandLine;

namespace Pipeline.Host.Commands.Archive;

/// <summary>The archive as those who keep the machine see it: a verb each.</summary>
internal static class ArchiveCommand
{
    public static Command Create() => new ExampledCommand("archive", "Move, back up, verify and prune the archive.",
        """
        pipeline archive backup /backups/monday.db                 a copy in one file, while others work
        pipeline archive verify                                    read every row, and say what is wrong
        pipeline archive prune --dry-run                           what 'retention' in sources.yaml would let go of
        pipeline archive move postgres://news@db.example/news      from SQLite to PostgreSQL, or back
        """)
    {
        ArchiveMove.Create(),
        ArchiveBackup.Create(),
        ArchiveVerify.Create(),
        ArchivePrune.Create(),
    };
}
