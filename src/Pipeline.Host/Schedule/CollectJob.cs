using Quartz;

namespace Pipeline.Host.Schedule;

[DisallowConcurrentExecution]
internal sealed class CollectJob(Shift shift) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await shift.CollectAsync(cancellationToken);
}
