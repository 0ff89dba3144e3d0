namespace Pipeline.Host.LanguageModel;

/// <summary>What is asked of a language model, and what is taken from the archive.</summary>
internal enum Asking
{
    /// <summary>Nothing: a rebuild writes what was answered then.</summary>
    Nothing,

    /// <summary>What has no kept reply: a run that was interrupted pays for nothing twice.</summary>
    Missing,

    /// <summary>Everything again (<c>--fresh</c>).</summary>
    Everything,
}
