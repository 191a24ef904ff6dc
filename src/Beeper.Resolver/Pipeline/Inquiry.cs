using Beeper.Resolver.Ranking;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// What asking about a contact's identifiers on one account has shown so far. Belongs to one contact's work; not thread-safe.
/// </summary>
/// <param name="contact">The contact's plan.</param>
/// <param name="plan">The plan for the account.</param>
internal sealed class Inquiry(ContactPlan contact, AccountPlan plan)
{
    private readonly HashSet<Identifier> _dropped = [];

    /// <summary>The contact.</summary>
    public Contact Contact { get; } = contact.Contact;

    /// <summary>Its names.</summary>
    public ContactNames Names { get; } = contact.Names;

    /// <summary>The plan for the account.</summary>
    public AccountPlan Plan { get; } = plan;

    /// <summary>Contact searches so far.</summary>
    public int Lookups { get; private set; }

    /// <summary>What was asked, in order, without identifiers whose start led nowhere.</summary>
    public List<Trial> Trials { get; } = [];

    /// <summary>Why the account cannot be asked now, or null.</summary>
    public Evidence? Left { get; private set; }

    /// <summary>Candidates not asked about yet.</summary>
    public IEnumerable<Candidate> Open => Plan.Candidates.Where(candidate => !_dropped.Contains(candidate.Identifier) && !Trials.Exists(trial => trial.Candidate.Identifier == candidate.Identifier));

    /// <summary>Takes an answer in.</summary>
    public void Add(Trial trial)
    {
        Lookups += trial.Answer.Requests;
        if (trial.Answer.Kind == LookupKind.Left)
            Left = trial.Answer.Reason;
        else
            Trials.Add(trial);
    }

    /// <summary>Leaves an identifier out because its start led nowhere.</summary>
    public void Drop(Identifier identifier)
    {
        _dropped.Add(identifier);
        Trials.RemoveAll(trial => trial.Candidate.Identifier == identifier);
    }
}
