namespace Pipeline.Model;

/// <summary>How far a long piece of work has come: so many of so many, and what was just done, for people.</summary>
public sealed record Progress(string Stage, int Done, int Total, string What);
