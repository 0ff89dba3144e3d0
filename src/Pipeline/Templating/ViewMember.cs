using System.Reflection;
using Fluid;

namespace Pipeline.Templating;

/// <summary>A view's property as templates see it: what is absent is false, because Fluid's strict variables take null for a wrong name.</summary>
internal sealed class ViewMember(PropertyInfo property) : IMemberAccessor
{
    public static IEnumerable<KeyValuePair<string, IMemberAccessor>> Of(Type view) =>
        view.GetProperties().Select(property => KeyValuePair.Create<string, IMemberAccessor>(MemberNameStrategies.SnakeCase(property), new ViewMember(property)));

    public object Get(object obj, string name, TemplateContext ctx) => property.GetValue(obj) ?? false;
}
