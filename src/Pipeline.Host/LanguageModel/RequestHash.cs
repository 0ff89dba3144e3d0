using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace Pipeline.Host.LanguageModel;

/// <summary>Knows a request again by what it asks, whoever is asked: another model in sources.yaml makes no kept reply unknown.</summary>
internal static class RequestHash
{
    /// <summary>SHA-256 of roles and texts, each with its length, so that no text can pass for two.</summary>
    public static string Of(IEnumerable<ChatMessage> messages)
    {
        var asked = new StringBuilder();
        foreach (var message in messages)
            asked.Append(System.Globalization.CultureInfo.InvariantCulture, $"{message.Role.Value} {message.Text.Length}\n{message.Text}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked.ToString())));
    }
}
