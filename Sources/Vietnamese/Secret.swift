/// What kind of personal thing a text gave away.
public enum Secret: String, Sendable, Codable, CaseIterable {
    case identityNumber, phoneNumber, cardNumber, accountNumber, oneTimeCode, password, emailAddress
}
