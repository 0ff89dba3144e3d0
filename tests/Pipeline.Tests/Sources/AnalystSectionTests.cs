using Pipeline.Sources;

namespace Pipeline.Tests.Sources;

public class AnalystSectionTests
{
    private const string Rest = "sources: [{ name: any, url: 'https://any.example/' }]\n";

    [Theory]
    [InlineData("")]
    [InlineData("analyst: extractive")]
    [InlineData("analyst: { kind: extractive }")]
    public void Without_a_word_of_it_no_model_is_asked(string yaml) => Assert.Null(Parse(yaml).Model);

    [Fact]
    public void A_model_needs_an_endpoint_and_its_name_and_has_limits_all_the_same()
    {
        var model = Parse("analyst: { kind: model, providers: [{ endpoint: 'http://127.0.0.1:11434/v1', model: small-1 }] }").Model!;

        Assert.Equal(new ModelProvider(new Uri("http://127.0.0.1:11434/v1"), "small-1"), Assert.Single(model.Providers));
        Assert.Equal((300_000, null, TimeSpan.FromMinutes(10)), (model.Tokens, model.Money, model.TimeLimit));
    }

    [Fact]
    public void Everything_can_be_set()
    {
        var model = Parse("""
            analyst:
              kind: model
              providers:
                - endpoint: https://models.example/v1
                  model: large-1
                  key: ${MODEL_KEY}
                  price: { input: 0.5, output: 1.5 }
                  timeout: 90s
                  longest-answer: 2000
                  json-mode: false
                - { endpoint: 'http://127.0.0.1:8080/v1', model: small-1, price: { input: 0, output: 0 } }
              budget: { tokens: 90000, money: 2.5 }
              time-limit: 1h
            """).Model!;

        Assert.Equal(
            [
                new ModelProvider(new Uri("https://models.example/v1"), "large-1") { KeyVariable = "MODEL_KEY", InputPrice = 0.5m, OutputPrice = 1.5m, Timeout = TimeSpan.FromSeconds(90), LongestAnswer = 2000, HasJsonMode = false },
                new ModelProvider(new Uri("http://127.0.0.1:8080/v1"), "small-1") { InputPrice = 0, OutputPrice = 0 },
            ],
            model.Providers);
        Assert.Equal((90_000, 2.5m, TimeSpan.FromHours(1)), (model.Tokens, model.Money, model.TimeLimit));
    }

    [Theory]
    [InlineData("analyst: model", "sources.yaml:1:10: the analyst 'model' needs to know whom to ask")]
    [InlineData("analyst: { providers: [] }", "sources.yaml:1:10: 'analyst' has no 'kind'")]
    [InlineData("analyst: { kind: model }", "sources.yaml:1:10: 'analyst' has no 'providers'")]
    [InlineData("analyst: { kind: model, providers: [] }", "sources.yaml:1:36: 'providers' has no values")]
    [InlineData("analyst: { kind: oracle }", "sources.yaml:1:18: there is no analyst 'oracle'")]
    [InlineData("analyst: { kind: extractive, budget: { tokens: 1 } }", "sources.yaml:1:38: 'budget' means nothing to the extractive analyst")]
    [InlineData("analyst: { kind: model, providers: [{ model: a }] }", "sources.yaml:1:37: a provider has no 'endpoint'")]
    [InlineData("analyst: { kind: model, providers: [{ endpoint: 'https://a.example/v1' }] }", "sources.yaml:1:37: a provider has no 'model'")]
    [InlineData("analyst: { kind: model, providers: [{ endpoint: ftp, model: a }] }", "sources.yaml:1:49: 'ftp' is no web address")]
    [InlineData("analyst: { kind: model, providers: [{ endpoint: 'https://a.example/v1?key=geheim', model: a }] }", "'endpoint' has a query or a fragment")]
    [InlineData("analyst: { kind: model, providers: [{ endpoint: 'https://u:geheim@a.example/v1', model: a }] }", "a user name or password stands in the address")]
    [InlineData("analyst: { kind: model, providers: [{ endpoint: 'https://a.example/v1', model: a, key: sk-geheim }] }", "'key' must name a variable of the environment")]
    [InlineData("analyst: { kind: model, providers: [{ endpoint: 'https://a.example/v1', model: a, keys: sk-geheim }] }", "unknown key 'keys'; did you mean 'key'?")]
    [InlineData("analyst: { kind: model, providers: [{ endpoint: 'https://a.example/v1', model: a }], budget: { money: 2 } }", "sources.yaml:1:37: a budget in money needs the price of every provider")]
    [InlineData("analyst: { kind: model, providers: [{ endpoint: 'https://a.example/v1', model: a, price: { input: 1 } }] }", "'price' has no 'output'")]
    [InlineData("analyst: { kind: model, providers: [{ endpoint: 'https://a.example/v1', model: a }], budget: { tokens: 1.5 } }", "'tokens' is '1.5'; write a whole number from 1000 to 100000000")]
    [InlineData("analyst: { kind: model, providers: [{ endpoint: 'https://a.example/v1', model: a }], budget: { tokens: 5 } }", "'tokens' is '5'")]
    [InlineData("analyst: { kind: model, providers: [{ endpoint: 'https://a.example/v1', model: a }], time-limit: 10 }", "'time-limit' is '10'; write a whole number and one of the units s, m, h")]
    [InlineData("analyst: { kind: model, providers: [{ endpoint: 'https://a.example/v1', model: a, json-mode: maybe }] }", "'json-mode' is 'maybe'; write true or false")]
    public void What_is_wrong_is_told_with_its_place_and_never_with_a_key(string yaml, string told)
    {
        var message = Assert.Throws<SettingsException>(() => Parse(yaml)).Message;

        Assert.Contains(told, message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", message, StringComparison.Ordinal);
    }

    private static Settings Parse(string yaml) => SettingsFile.Parse($"{yaml}\n{Rest}", "sources.yaml");
}
