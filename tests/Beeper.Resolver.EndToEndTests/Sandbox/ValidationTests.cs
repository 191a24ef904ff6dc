using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;

namespace Beeper.Resolver.EndToEndTests.Sandbox;

public sealed class ValidationTests
{
    public static TheoryData<SandboxDialect, string, string, string> Bodies() => new()
    {
        { SandboxDialect.Start, "/v1/chats/start", "{}", "body.accountID body.user" },
        { SandboxDialect.Start, "/v1/chats/start", """{"accountID":"telegram"}""", "body.user" },
        { SandboxDialect.Start, "/v1/chats/start", """{"accountID":"","user":{}}""", "body.accountID" },
        { SandboxDialect.Start, "/v1/chats/start", """{"accountID":7,"user":{}}""", "body.accountID" },
        { SandboxDialect.Start, "/v1/chats/start", """{"accountID":"telegram","user":[]}""", "body.user" },
        { SandboxDialect.Start, "/v1/chats/start", """{"accountID":"telegram","user":{"phoneNumber":12}}""", "body.user.phoneNumber" },
        { SandboxDialect.Start, "/v1/chats/start", """{"accountID":"telegram","user":{"id":"\ud800"}}""", "body.user.id" },
        { SandboxDialect.Start, "/v1/chats/start", """{"accountID":"telegram","user":{},"allowInvite":"no"}""", "body.allowInvite" },
        { SandboxDialect.Start, "/v1/chats/start", """{"accountID":"telegram","user":{},"messageText":{}}""", "body.messageText" },
        { SandboxDialect.Start, "/v1/chats", """{"accountID":"telegram","mode":"start","user":{"id":"1"}}""", "body.type body.participantIDs" },
        { SandboxDialect.Start, "/v1/chats", """{"accountID":"telegram","type":"single","participantIDs":["1","2"]}""", "body.participantIDs" },
        { SandboxDialect.Start, "/v1/chats", """{"accountID":"telegram","type":"group","participantIDs":["1",2]}""", "body.participantIDs.1" },
        { SandboxDialect.Create, "/v1/chats", """{"mode":"start"}""", "body.accountID body.type body.participantIDs" },
        { SandboxDialect.Mode, "/v1/chats", """{"accountID":"telegram","mode":"start"}""", "body.user" },
        { SandboxDialect.Mode, "/v1/chats", """{"accountID":"telegram","user":{"id":"1"}}""", "body.type body.participantIDs" },
        { SandboxDialect.Mode, "/v1/chats", """{"accountID":"telegram","mode":"begin"}""", "body.mode" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_breaks_the_schema_names_each_member(SandboxDialect dialect, string path, string body, string issues)
    {
        foreach (var status in new[] { 422, 400 })
        {
            await using var server = await Some.ServerAsync(new SandboxOptions { Dialect = dialect, ValidationStatus = status });
            using var caller = new ApiCaller(server);
            var answer = await caller.PostAsync(path, body);
            Assert.Equal((status, "VALIDATION_ERROR"), (answer.Status, answer.Code));
            Assert.Equal(issues.Split(' '), answer.Issues);
            Assert.Equal(0, server.Counters.Starts);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"accountID\":")]
    [InlineData("{\"accountID\":\"a\",\"accountID\":\"b\"}")]
    public async Task A_body_that_is_no_object_is_a_bad_request(string body)
    {
        await using var server = await Some.ServerAsync();
        using var caller = new ApiCaller(server);
        foreach (var path in new[] { "/v1/chats", "/v1/chats/start", "/v1/focus" })
        {
            var answer = await caller.PostAsync(path, body);
            Assert.Equal((400, "BAD_REQUEST"), (answer.Status, answer.Code));
        }
    }

    [Fact]
    public async Task A_body_beyond_a_megabyte_is_too_large()
    {
        await using var server = await Some.ServerAsync();
        using var caller = new ApiCaller(server);
        Assert.Equal(413, (await caller.PostAsync("/v1/chats/start", new string(' ', 1 << 20) + "{}")).Status);
    }

    [Theory]
    [InlineData("/v1/chats/search?limit=0", "query.limit")]
    [InlineData("/v1/chats/search?limit=201", "query.limit")]
    [InlineData("/v1/chats/search?limit=many", "query.limit")]
    [InlineData("/v1/chats/search?type=duo", "query.type")]
    [InlineData("/v1/chats/search?scope=texts", "query.scope")]
    [InlineData("/v1/chats/search?inbox=spam", "query.inbox")]
    [InlineData("/v1/chats/search?unreadOnly=1", "query.unreadOnly")]
    [InlineData("/v1/chats/search?lastActivityBefore=soon", "query.lastActivityBefore")]
    [InlineData("/v1/chats?cursor=theirs", "query.cursor")]
    [InlineData("/v1/chats?cursor=c:999", "query.cursor")]
    [InlineData("/v1/chats?direction=up", "query.direction")]
    [InlineData("/v1/accounts/telegram/contacts", "query.query")]
    [InlineData("/v1/accounts/telegram/contacts?query=", "query.query")]
    public async Task A_parameter_that_breaks_the_schema_is_named(string path, string issue)
    {
        await using var server = await Some.ServerAsync();
        using var caller = new ApiCaller(server);
        Assert.Equal([issue], (await caller.GetAsync(path)).Issues);
    }

    [Theory]
    [InlineData("501")]
    [InlineData("-2")]
    [InlineData("all")]
    public async Task A_count_of_participants_lies_within_its_bounds(string count)
    {
        await using var server = await Some.ServerAsync();
        using var caller = new ApiCaller(server);
        var id = (await caller.GetAsync("/v1/chats")).Ids[0];
        Assert.Equal(["query.maxParticipantCount"], (await caller.GetAsync($"/v1/chats/{id}?maxParticipantCount={count}")).Issues);
    }

    [Theory]
    [InlineData(404, "NOT_FOUND")]
    [InlineData(400, "BAD_REQUEST")]
    [InlineData(422, "BAD_REQUEST")]
    [InlineData(500, "UNKNOWN_ERROR")]
    [InlineData(502, "BAD_GATEWAY")]
    public async Task Nobody_found_is_answered_as_the_options_say(int status, string code)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { NotFoundStatus = status });
        using var caller = new ApiCaller(server);
        var answer = await caller.PostAsync("/v1/chats/start", new { accountID = Some.WhatsApp, user = new { phoneNumber = "+12125550199" } });
        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData(401, 404)]
    [InlineData(422, 501)]
    public async Task Statuses_nobody_answers_with_are_no_option(int validation, int notFound) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Some.ServerAsync(new SandboxOptions { ValidationStatus = validation, NotFoundStatus = notFound }));
}
