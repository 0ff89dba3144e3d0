using Quartz;

namespace Pipeline.Host.Schedule;

[DisallowConcurrentExecution]
internal sealed class PublishJob(Shift shift) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await shift.PublishAsync(cancellationToken);
}
