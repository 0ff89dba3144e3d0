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

    [Theory]
    [InlineData("http://lab.example/a", "https://www.lab.example/a?utm_source=rss")]
    [InlineData("https://lab.example/?p=7", "http://lab.example/?p=7")]
    public void A_link_and_a_title_are_enough(string before, string now) => Assert.True(IsFound(
        Of("guid 2", now) with { Title = "Ｌab  opens" }, Of("guid 1", before) with { Title = "lab opens" }));

    [Fact]
    public void A_link_and_an_instant_are_enough()
    {
        var published = new DateTimeOffset(2026, 2, 4, 9, 30, 0, TimeSpan.Zero);
        var (entry, held) = (Of("2", Link) with { Title = "Lab opens late" }, Of("1", Link) with { Title = "Lab opens", Published = published });

        Assert.True(IsFound(entry with { Published = published.ToOffset(TimeSpan.FromHours(8)) }, held));
        Assert.False(IsFound(entry with { Published = published.AddSeconds(1) }, held));
        Assert.False(IsFound(entry, held));
        Assert.False(IsFound(entry with { Title = null }, held with { Title = null, Published = null }));
    }

    [Theory]
    [InlineData("guid", "https://lab.example/a", true)]
    [InlineData("http://www.lab.example/a", "guid", true)]
    [InlineData("guid", "guid\nhttp://lab.example/a", true)]
    [InlineData("https://lab.example/a#2.1", "https://lab.example/a#2.0", false)]
    [InlineData("https://lab.example/a/2", "https://lab.example/a/1", false)]
    [InlineData("2", "1", false)]
    public void A_link_is_enough_where_an_id_is_made_of_it(string now, string before, bool isFound) => Assert.Equal(isFound, IsFound(
        Of(now, Link) with { Title = "Now" }, Of(before, Link) with { Title = "Before" }));

    [Theory]
    [InlineData("https://lab.example/")]
    [InlineData("https://lab.example")]
    [InlineData(null)]
    public void A_front_page_is_nobodys_own_link(string? url)
    {
        Assert.Null(EntryIdentity.LinkOf(Of("1", url)));
        Assert.Empty(EntryIdentity.Sought([Of("1", url)], _ => false));
    }

    [Fact]
    public void A_link_that_several_entries_have_says_nothing_of_one()
    {
        Entry[] entries = [Of("1", Link), Of("2", Link), Of("3", "https://lab.example/b"), Of("3", "https://lab.example/b")];

        Assert.Equal(["lab.example/b"], EntryIdentity.Sought(entries, _ => false).Keys);
        // Neither where the other one is held under its own id.
        Assert.Empty(EntryIdentity.Sought(entries[..2], id => id == "1"));
        Assert.False(IsFound(Titled("2"), Titled("0"), Titled("1")));
    }

    [Fact]
    public void What_an_id_has_claimed_is_found_by_no_link()
    {
        // The feed has given the held entry another link, and its old link to a new entry.
        Entry[] entries = [Titled("2"), Titled("1") with { Url = "https://lab.example/moved" }];

        Assert.Empty(Found(entries, id => id == "1", Titled("1")));
        Assert.Single(Found(entries, _ => false, Titled("1")));
    }

    private const string Link = "https://lab.example/a";

    private static Entry Titled(string id) => Of(id, Link) with { Title = "Same" };

    private static bool IsFound(Entry entry, params Entry[] held) => Found([entry], _ => false, held).Any();

    private static IEnumerable<(Entry, Entry)> Found(Entry[] entries, Predicate<string> known, params Entry[] held) =>
        EntryIdentity.Found(EntryIdentity.Sought(entries, known), held.ToLookup(entry => EntryIdentity.LinkOf(entry)!), known);

    private static Entry Of(string id, string? url) => new() { Id = id, Url = url };
}
