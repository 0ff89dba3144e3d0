using Microsoft.Extensions.AI;

namespace Pipeline.Host.LanguageModel;

/// <summary>How many tokens a text has at most, for common tokenizers: a Han character is one, of Latin text three characters are.</summary>
internal static class TokenEstimate
{
    private const int PerMessage = 8;

    public static long Of(IEnumerable<ChatMessage> messages) => messages.Sum(message => PerMessage + Of(message.Text));

    public static long Of(string text)
    {
        var ascii = text.Count(char.IsAscii);
        return text.Length - ascii + ((ascii + 2) / 3);
    }
}
