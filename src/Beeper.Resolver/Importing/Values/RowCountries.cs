namespace Beeper.Resolver.Importing.Values;

/// <summary>
/// Which region a row's numbers without country code take: the country of the number's own label, any country of the row, the region of the row's
/// first number with a country code, the one most numbers of the file have. One for all rows; cleared between them.
/// </summary>
internal sealed class RowCountries(string? fileRegion)
{
    private readonly List<(string? Label, string Region)> _countries = [];
    private string? _numbers;

    public void Clear()
    {
        _countries.Clear();
        _numbers = null;
    }

    /// <summary>A country of the row and the label of its address.</summary>
    public void AddCountry(string? label, string? region)
    {
        if (region is not null)
            _countries.Add((label, region));
    }

    /// <summary>A number of the row, for its calling code.</summary>
    public void AddNumber(string number) => _numbers ??= CallingCodes.Region(number);

    /// <summary>The region for a number of the label; null for one that carries its country.</summary>
    public string? For(string number, string? label)
    {
        if (HasPlus(number) || number.Contains("://", StringComparison.Ordinal))
            return null;
        if (_countries.Count == 0)
            return _numbers ?? fileRegion;
        // A number of the person's own belongs where the person lives rather than where the company is.
        var place = label switch { "home" or "home fax" => "home", "work" or "work fax" or "company" => "work", "other" => "other", _ => "home" };
        foreach (var (of, region) in _countries)
        {
            if (of == place)
                return region;
        }
        return _countries[0].Region;
    }

    private static bool HasPlus(string number)
    {
        foreach (var c in number)
        {
            if (c is '+' or '＋')
                return true;
            if (char.IsDigit(c))
                return false;
        }
        return false;
    }
}
