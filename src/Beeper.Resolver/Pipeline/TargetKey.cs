using System.Security.Cryptography;
using System.Text;

namespace Beeper.Resolver.Pipeline;

/// <summary>The 32-byte key of a start: the same account and identifier give the same key for ever, so that one person is started once.</summary>
internal static class TargetKey
{
    public static byte[] Of(string accountId, Identifier identifier) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{accountId}\n{(int)identifier.Kind}\n{identifier.Value}"));
}
