using System.Text.Json;
using Beeper.Resolver.Importing;
using Beeper.Resolver.Importing.Headers;
using Beeper.Resolver.Importing.Values;

namespace Beeper.Resolver.Reporting;

/// <summary>The members of one JSON object as a source record.</summary>
internal sealed class SourceRecordObject
{
    private readonly JsonElement _object;
    private readonly List<SourceValue> _values = [];
    private readonly List<RecordProblem> _problems = [];
    private readonly SourceLocation _location;
    private readonly string? _region;

    public SourceRecordObject(JsonElement given, SourceLocation location)
    {
        _object = given;
        _location = new SourceLocation(Text("source") ?? location.Source, Number("record") ?? location.Record, Number("line") ?? location.Line);
        _region = Region(Text("region"));
    }

    public AddressBookRow ToRow()
    {
        foreach (var member in _object.EnumerateObject())
            Take(member);
        var name = Name();
        if (_values.Count > 0 || name != SourceName.Empty || Text("organization") is not null)
            return new AddressBookRow(new SourceRecord { Location = _location, Name = name, Organization = Text("organization"), Values = _values, Problems = _problems }, null);
        if (!_problems.Exists(static problem => problem.Code.StartsWith("ROW_", StringComparison.Ordinal)))
            _problems.Add(new RecordProblem("ROW_NO_CONTENT", null, null));
        return new AddressBookRow(null, new RejectedRow(_location, _problems));
    }

    private void Take(JsonProperty member)
    {
        switch (member.Name)
        {
            case "phone" or "phones":
                Each(member, AddPhone);
                break;
            case "email" or "emails":
                Each(member, (value, column) => Add(SourceValueKind.Email, value, column, null));
                break;
            case "handle" or "handles":
                Each(member, AddHandle);
                break;
            case "url" or "urls":
                Each(member, (value, column) => Add(SourceValueKind.Url, value, column, null));
                break;
            case "identifiers":
                Each(member, AddIdentifier);
                break;
            case "problems":
                Each(member, (value, _) => AddProblem(value));
                break;
        }
    }

    private static void Each(JsonProperty member, Action<JsonElement, string> take)
    {
        if (member.Value.ValueKind != JsonValueKind.Array)
        {
            take(member.Value, member.Name);
            return;
        }
        foreach (var value in member.Value.EnumerateArray())
            take(value, member.Name);
    }

    private SourceName Name()
    {
        var parts = _object.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.Object ? name : _object;
        return new SourceName
        {
            Full = (name.ValueKind == JsonValueKind.Object ? Text(name, "full") : Text("name")) ?? Text("full"),
            Prefix = Text(parts, "prefix"),
            Given = Text(parts, "given"),
            Middle = Text(parts, "middle"),
            Family = Text(parts, "family"),
            Suffix = Text(parts, "suffix"),
            Nickname = Text(parts, "nickname") ?? Text("nickname"),
        };
    }

    // The same mending as in a CSV cell: spreadsheets damage numbers before they become JSON.
    private void AddPhone(JsonElement value, string column)
    {
        foreach (var text in ValueSplitter.Phones(Content(value) ?? ""))
        {
            if (PhoneCell.Read(text, out var number) is { } problem)
                _problems.Add(new RecordProblem(problem, column, text));
            else
                Add(SourceValueKind.Phone, value, column, number);
        }
    }

    private void AddHandle(JsonElement value, string column)
    {
        var network = Network(value);
        var isNumber = network is not null && NetworkWords.UsesPhones(network) && Content(value) is { } text && !text.AsSpan().ContainsAny('@', '/') && !text.Any(char.IsLetter);
        if (isNumber)
            AddPhone(value, column);
        else
            Add(SourceValueKind.Handle, value, column, null);
    }

    private void AddIdentifier(JsonElement value, string column)
    {
        switch (Text(value, "kind"))
        {
            case "phone":
                Add(SourceValueKind.Phone, value, column, null);
                break;
            case "email":
                Add(SourceValueKind.Email, value, column, null);
                break;
            default:
                Add(SourceValueKind.Handle, value, column, null);
                break;
        }
    }

    private void AddProblem(JsonElement value)
    {
        if (Text(value, "code") is { } code)
            _problems.Add(new RecordProblem(code, Text(value, "column"), Text(value, "raw")));
    }

    private void Add(SourceValueKind kind, JsonElement value, string column, string? text)
    {
        text ??= Content(value);
        if (string.IsNullOrWhiteSpace(text))
            return;
        _values.Add(new SourceValue(kind, text, column)
        {
            Label = LabelVocabulary.Canonical(Text(value, "label")),
            Primary = value.ValueKind == JsonValueKind.Object && value.TryGetProperty("primary", out var primary) && primary.ValueKind == JsonValueKind.True,
            Network = Network(value),
            Region = kind == SourceValueKind.Phone ? Region(Text(value, "region")) ?? _region : null,
        });
    }

    private static string? Network(JsonElement value) => Text(value, "network") is { } word ? NetworkWords.Network(word) ?? word.ToLowerInvariant() : null;

    private static string? Content(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Object => Text(value, "raw") ?? Text(value, "value"),
        _ => null,
    };

    private static string? Region(string? region) => region is [>= 'A' and <= 'Z' or >= 'a' and <= 'z', >= 'A' and <= 'Z' or >= 'a' and <= 'z'] ? region.ToUpperInvariant() : null;

    private string? Text(string name) => Text(_object, name);

    private static string? Text(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null,
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }

    private int? Number(string name) => _object.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
