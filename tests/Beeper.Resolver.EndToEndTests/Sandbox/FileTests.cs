using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;

namespace Beeper.Resolver.EndToEndTests.Sandbox;

/// <summary>The population and fault files as people write them.</summary>
public sealed class FileTests : IDisposable
{
    private const string Accounts = """ "accounts":[{"accountID":"telegram","bridge":{"id":"telegram","type":"telegram","provider":"cloud"},"network":"Telegram","status":"connected","user":{"id":"1","fullName":"Ines Duarte","phoneNumber":"+12015550100"}}]""";
    private const string Harriet = """{"accountID":"telegram","id":"42","fullName":"Harriet Quill","phoneNumber":"+12125550142","email":null,"username":null,"inContacts":true,"chat":{"lastActivity":"2026-10-02T08:15:00Z"},"inviteOnly":false,"cannotMessage":false,"needsMessageText":false,"redirectsTo":null}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_population_lists_its_people_or_names_a_file_of_them()
    {
        _folder.Write("people.jsonl", Harriet + "\n\n");
        foreach (var people in new[] { $"[{Harriet}]", "\"people.jsonl\"" })
        {
            await using var server = await Some.ServerAsync(new SandboxOptions { PopulationFile = _folder.Write("population.json", $"{{{Accounts},\"people\":{people}}}") });
            using var caller = new ApiCaller(server);
            Assert.Equal(["42"], (await caller.GetAsync("/v1/accounts/telegram/contacts/list")).Ids);
            Assert.Single((await caller.GetAsync("/v1/chats")).Ids);
        }
    }

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("{\"people\":[]}", "accounts")]
    [InlineData("{ACCOUNTS,\"people\":7}", "people")]
    [InlineData("{ACCOUNTS,\"people\":\"missing.jsonl\"}", "missing.jsonl")]
    [InlineData("{ACCOUNTS,\"people\":[{\"accountID\":\"telegram\",\"id\":\"1\",\"phone\":\"x\"}]}", "phone")]
    [InlineData("{ACCOUNTS,\"people\":[{\"accountID\":\"gone\",\"id\":\"1\"}]}", "gone")]
    [InlineData("{ACCOUNTS,\"people\":[HARRIET,HARRIET]}", "same id")]
    [InlineData("{ACCOUNTS,\"people\":[{\"accountID\":\"telegram\",\"id\":\"1\",\"redirectsTo\":\"2\"}]}", "redirects")]
    public async Task A_population_that_does_not_fit_together_says_where(string text, string named)
    {
        var file = _folder.Write("population.json", text.Replace("ACCOUNTS", Accounts, StringComparison.Ordinal).Replace("HARRIET", Harriet, StringComparison.Ordinal));
        var error = await Assert.ThrowsAsync<SandboxFileException>(() => Some.ServerAsync(new SandboxOptions { PopulationFile = file }));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"match":{"route":"/v1/accounts"},"effect":{"status":503}}]""")]
    [InlineData("""{"rules":[{"match":{"method":"GET","nth":1},"effect":{"status":503,"headers":{"Retry-After":"1"},"body":{"message":"x","code":"y"}}},]} // a comment""")]
    public async Task Faults_come_from_a_list_or_an_object(string text)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { FaultsFile = _folder.Write("faults.json", text) });
        using var caller = new ApiCaller(server);
        Assert.Equal(503, (await caller.GetAsync("/v1/accounts")).Status);
    }

    [Theory]
    [InlineData("[{}]", "rule 1")]
    [InlineData("[null]", "rule 1")]
    [InlineData("{}", "rules")]
    [InlineData("""[{"match":{"rout":"/v1"},"effect":{"status":500}}]""", "rout")]
    [InlineData("""[{"match":{},"effect":{"when":"during"}}]""", "during")]
    [InlineData("""[{"match":{},"effect":{"drop":"always"}}]""", "always")]
    [InlineData("""[{"match":{},"effect":{"status":99}}]""", "99")]
    [InlineData("""[{"match":{},"effect":{"delayMs":-1}}]""", "delayMs")]
    [InlineData("""[{"match":{},"effect":{"lateMs":5}}]""", "late")]
    [InlineData("""[{"match":{"nth":0},"effect":{"status":500}}]""", "nth")]
    [InlineData("""[{"match":{"nth":1,"every":2},"effect":{"status":500}}]""", "exclude")]
    [InlineData("""[{"match":{"probability":2},"effect":{"status":500}}]""", "probability")]
    [InlineData("""[{"match":{"route":"POST /v1/chats"},"effect":{"status":500}}]""", "route")]
    public async Task A_rule_that_cannot_be_is_refused(string text, string named)
    {
        var error = await Assert.ThrowsAsync<SandboxFileException>(() => Some.ServerAsync(new SandboxOptions { FaultsFile = _folder.Write("faults.json", text) }));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.Contains("faults.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_an_io_error()
    {
        await using var server = await Some.ServerAsync();
        await Assert.ThrowsAnyAsync<IOException>(() => Some.ServerAsync(new SandboxOptions { Port = server.BaseUrl.Port }));
    }
}
