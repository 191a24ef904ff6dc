using Beeper.Resolver.Normalization.Phones.Tables;

namespace Beeper.Resolver.PhoneAgreement;

/// <summary>Breaks tables in one place, to see that the comparison notices.</summary>
internal static class BrokenTables
{
    /// <summary>Swaps two neighbouring digits in one node deep inside British mobile numbers.</summary>
    public static PhoneTableImage Break(PhoneTableImage image)
    {
        var node = (int)Array.Find(image.CallingCodes, static code => code.Code == 44).Root;
        for (var digit = 7; image.Next(node, digit) < image.InnerNodes;)
            node = image.Next(node, digit);
        var nodes = (ushort[])image.Nodes.Clone();
        var row = nodes.AsSpan(node * NodePool.Width, 10);
        var second = row.IndexOfAnyExcept(row[0]);
        (row[second - 1], row[second]) = (row[second], row[second - 1]);
        return image with { Nodes = nodes };
    }
}
