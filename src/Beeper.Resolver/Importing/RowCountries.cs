namespace Beeper.Resolver.Importing;

/// <summary>The countries a row names, and which one a number without country code takes: that of its own label first, then any.</summary>
internal sealed class RowCountries
{
    private List<(string? Label, string Region)>? _regions;

    public void Add(string? label, string country)
    {
        if (CountryNames.Region(country) is { } region)
            (_regions ??= []).Add((label, region));
    }

    public string? For(string? label)
    {
        if (_regions is null)
            return null;
        var place = label switch { "home" or "home fax" => "home", "work" or "work fax" or "company" => "work", _ => null };
        foreach (var (of, region) in _regions)
        {
            if (place is not null && of == place)
                return region;
        }
        return _regions[0].Region;
    }
}
