/// What a platform says about our account there. Nothing of it is secret.
public enum AccountFact: Sendable, Hashable {
    /// Who we are to the platform.
    case identity(String)
    /// The address to which it posts what people write; empty where it has none.
    case webhook(String)
    /// The address to which it posts is set and seen in its console only.
    case webhookInConsole
    /// Good to know.
    case note(String)
    /// What keeps the bot from working as it could, and what to do about it.
    case trouble(String)
}
