namespace Pipeline.Digests;

/// <summary>A file to publish: its path under digests/, with <c>/</c>, and its bytes.</summary>
public sealed record OutputFile(string Path, byte[] Content);
