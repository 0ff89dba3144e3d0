namespace Pipeline.Analysis.Prompting;

// What the prompts' templates see. Text from articles comes in one piece, fenced already, so that no template can let it out.

/// <param name="Passages">The theme's stories, their passages with the ids by which they are cited, fenced.</param>
internal sealed record ThemePromptView(string Week, string Language, string Theme, int MostCases, int MostImpacts, string Passages);

/// <param name="Roles">Whom advice may be given to.</param>
/// <param name="Themes">A line for each theme: id and name.</param>
/// <param name="Claims">What was accepted of the themes, with the ids by which it is cited, fenced.</param>
internal sealed record WeekPromptView(string Week, string Language, IReadOnlyList<string> Roles, IReadOnlyList<string> Themes, int MostSignals, string Claims);

/// <param name="Faults">What was wrong with the reply, a line each.</param>
/// <param name="Kept">How many of its sentences passed, and stay as they are.</param>
internal sealed record RepairPromptView(string Language, IReadOnlyList<string> Faults, int Kept);
