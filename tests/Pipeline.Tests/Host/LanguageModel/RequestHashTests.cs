using Microsoft.Extensions.AI;
using Pipeline.Host.LanguageModel;

namespace Pipeline.Tests.Host.LanguageModel;

public class RequestHashTests
{
    [Fact]
    public void The_same_conversation_has_the_same_hash_in_every_version() =>
        Assert.Equal("c351", RequestHash.Of([new(ChatRole.System, "规则"), new(ChatRole.User, "e1")])[..4]);

    [Fact]
    public void Texts_that_are_divided_otherwise_are_another_request()
    {
        var hashes = new[]
        {
            RequestHash.Of([new(ChatRole.User, "ab")]),
            RequestHash.Of([new(ChatRole.User, "a"), new(ChatRole.User, "b")]),
            RequestHash.Of([new(ChatRole.User, "a\nuser 1\nb")]),
            RequestHash.Of([new(ChatRole.Assistant, "ab")]),
            RequestHash.Of([]),
        };

        Assert.All(hashes, hash => Assert.Matches("^[0-9a-f]{64}$", hash));
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }
}
