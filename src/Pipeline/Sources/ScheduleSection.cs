using System.Globalization;
using Pipeline.Model;

namespace Pipeline.Sources;

/// <summary>The keys under <c>schedule:</c>.</summary>
/// <param name="cronFault">Why a text is no cron expression, or null where it is one: the scheduler is not the library's to know.</param>
internal sealed class ScheduleSection(Func<string, string?>? cronFault)
{
    public Schedule Read(Section root, WeekRule week)
    {
        var schedule = root.Below("schedule", "collect", "publish");
        var usual = Schedule.For(week);
        return new Schedule(
            schedule.Text("collect", scalar => Cron(scalar, schedule)) ?? usual.Collect,
            schedule.Text("publish", scalar => Cron(scalar, schedule)) ?? usual.Publish);
    }

    private string? Cron(Scalar scalar, Section schedule)
    {
        if (Wrong(scalar.Value) is not { } why)
            return scalar.Value;
        schedule.Faults.Add(scalar.Place, $"{scalar.Shown} is no cron expression: {why}",
            "write second, minute, hour, day of month, month, day of week, such as \"0 5 18 ? * FRI\"");
        return null;
    }

    private string? Wrong(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return fields is 6 or 7 ? cronFault?.Invoke(text) : string.Create(CultureInfo.InvariantCulture, $"it has {fields} fields and not 6");
    }
}
