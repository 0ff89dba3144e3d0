using CsCheck;

namespace Pipeline.Tests.Support;

internal static class Words
{
    /// <summary>Any of these, each as likely as the next.</summary>
    public static Gen<string> AnyOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(index => words[index]);
}
