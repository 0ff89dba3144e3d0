using System.Globalization;
using Quartz;

namespace Pipeline.Host.Schedule;

/// <summary>Collects the shard that the job is named after.</summary>
[DisallowConcurrentExecution]
internal sealed class CollectShardJob(Shift shift) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await shift.CollectShardAsync(int.Parse(context.JobDetail.Key.Name, CultureInfo.InvariantCulture), cancellationToken);
}
