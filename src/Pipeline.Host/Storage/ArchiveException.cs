namespace Pipeline.Host.Storage;

/// <summary>The archive can't be used; the message says which one, why, and what to do.</summary>
internal sealed class ArchiveException(string message, Exception? cause = null) : Exception(message, cause);
