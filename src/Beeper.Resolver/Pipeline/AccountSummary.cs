namespace Beeper.Resolver.Pipeline;

/// <summary>The counts of a run on one account.</summary>
/// <param name="id">The account's ID.</param>
/// <param name="network">Its network.</param>
public sealed class AccountSummary(string id, string network)
{
    /// <summary>The account's ID.</summary>
    public string Id { get; } = id;

    /// <summary>Its network's canonical key.</summary>
    public string Network { get; } = network;

    /// <summary>Chats that were there, and chats whose age the app did not tell.</summary>
    public int Existing { get; private set; }

    /// <summary>Chats that were made.</summary>
    public int Created { get; private set; }

    /// <summary>Starts only planned.</summary>
    public int Planned { get; private set; }

    /// <summary>People the network does not know.</summary>
    public int NotFound { get; private set; }

    /// <summary>Contacts that wait for a decision.</summary>
    public int Held { get; private set; }

    /// <summary>Contacts with nothing to do.</summary>
    public int Skipped { get; private set; }

    /// <summary>Failures.</summary>
    public int Failed { get; private set; }

    /// <summary>Starts of unknown outcome.</summary>
    public int Unknown { get; private set; }

    internal void Add(Outcome? outcome, ChatStatus? status, int count = 1)
    {
        switch (outcome)
        {
            case Outcome.Resolved when status == ChatStatus.Created:
                Created += count;
                break;
            case Outcome.Resolved:
                Existing += count;
                break;
            case Outcome.NotFound:
                NotFound += count;
                break;
            case Outcome.Held:
                Held += count;
                break;
            case Outcome.Skipped:
                Skipped += count;
                break;
            case Outcome.Failed:
                Failed += count;
                break;
            case Outcome.Unknown:
                Unknown += count;
                break;
            default:
                Planned += count;
                break;
        }
    }
}
