using Pipeline.Fetching;
using Pipeline.Model;

namespace Pipeline;

/// <summary>The part of the sources that one node collects at a time: those of a registrable domain are never in two.</summary>
public static class Shard
{
    /// <summary>Enough that a dozen nodes are evenly busy, few enough that a list of a thousand sources has several in each.</summary>
    public const int Count = 64;

    /// <summary>From 0. The same on every node, since it is made of the name alone.</summary>
    public static int Of(Source source) => Convert.ToInt32(StableId.Of(RegistrableDomain.Of(source.Url))[..4], 16) % Count;
}
