using Xunit.Abstractions;
using Xunit.Sdk;

namespace Pipeline.Tests.Support;

/// <summary>A test that needs PostgreSQL, and says so where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.Absent;
}

/// <summary>The tests of the class, inherited ones too, need PostgreSQL where they are marked by <see cref="ContractFactAttribute"/> or <see cref="ContractTheoryAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsPostgresAttribute : Attribute;

/// <summary>A test of a contract: it is inherited by a class for each database.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Pipeline.Tests.Support.ContractFactDiscoverer", "Pipeline.Tests")]
public sealed class ContractFactAttribute : FactAttribute;

[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Pipeline.Tests.Support.ContractTheoryDiscoverer", "Pipeline.Tests")]
public sealed class ContractTheoryAttribute : TheoryAttribute;

/// <summary>xUnit reads Skip from the inherited method's attribute, which can't know by which class it is inherited.</summary>
public sealed class ContractFactDiscoverer(IMessageSink sink) : FactDiscoverer(sink)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        SkippedTestCase.For(testMethod, DiagnosticMessageSink) ?? base.Discover(discoveryOptions, testMethod, factAttribute);
}

public sealed class ContractTheoryDiscoverer(IMessageSink sink) : TheoryDiscoverer(sink)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        SkippedTestCase.For(testMethod, DiagnosticMessageSink) ?? base.Discover(discoveryOptions, testMethod, theoryAttribute);
}

public sealed class SkippedTestCase : XunitTestCase
{
    /// <summary>Only for xUnit, which makes it and then reads it from another process.</summary>
    [Obsolete("For deserialization only")]
    public SkippedTestCase()
    {
    }

    private SkippedTestCase(ITestMethod method, IMessageSink sink)
        : base(sink, TestMethodDisplay.ClassAndMethod, TestMethodDisplayOptions.None, method)
    {
    }

    public static IEnumerable<IXunitTestCase>? For(ITestMethod method, IMessageSink sink) =>
        PostgresServer.Absent is not null && method.TestClass.Class.GetCustomAttributes(typeof(NeedsPostgresAttribute)).Any()
            ? [new SkippedTestCase(method, sink)]
            : null;

    protected override string? GetSkipReason(IAttributeInfo factAttribute) => PostgresServer.Absent;
}
