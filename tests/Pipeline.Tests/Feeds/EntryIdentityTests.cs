using Pipeline.Feeds;
using Pipeline.Model;

namespace Pipeline.Tests.Feeds;

public class EntryIdentityTests
{
    [Fact]
    public void Entries_with_one_guid_but_their_own_urls_are_all_kept()
    {
        Entry[] entries = [Of("1", "https://a.example/x"), Of("1", "https://a.example/y"), Of("2", "https://a.example/z")];

        var distinct = EntryIdentity.Distinct(entries);

        Assert.Equal(["https://a.example/x", "https://a.example/y", "https://a.example/z"], distinct.Select(entry => entry.Url));
        Assert.Equal(3, distinct.Select(entry => entry.Id).Distinct().Count());
        Assert.Equal("2", distinct[2].Id);
    }

    [Fact]
    public void The_same_entry_twice_is_one() =>
        Assert.Equal("1", Assert.Single(EntryIdentity.Distinct([Of("1", "https://a.example/x"), Of("1", "https://a.example/x")])).Id);

    private static Entry Of(string id, string url) => new() { Id = id, Url = url };
}
