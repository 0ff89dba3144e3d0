using MimeKit;
using Pipeline.Digests;

namespace Pipeline.Host.Commands;

/// <summary>A digest as one .eml file (RFC 5322) with a text and an HTML part; nothing is sent.</summary>
internal static class LetterFile
{
    /// <summary>The same letter gives the same bytes: MimeKit would choose a boundary and a message's id at random.</summary>
    public static void Write(Letter letter, string path)
    {
        using var message = new MimeMessage
        {
            MessageId = letter.Id,
            Date = letter.Date,
            Subject = letter.Subject,
        };
        message.From.Add(new MailboxAddress("", $"digest@{letter.Id.Split('@')[1]}"));
        var text = new TextPart("plain") { Text = letter.Text, ContentTransferEncoding = ContentEncoding.Base64 };
        var html = new TextPart("html") { Text = letter.Html, ContentTransferEncoding = ContentEncoding.Base64 };
        message.Body = new MultipartAlternative(text, html) { Boundary = $"=-{letter.Id.Split('@')[0]}" };
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        using var bytes = new MemoryStream();
        message.WriteTo(options, bytes);
        File.WriteAllBytes(path, bytes.ToArray());
    }
}
