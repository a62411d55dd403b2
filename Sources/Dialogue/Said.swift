/// What was said of one thing: nothing, something that tells nothing certain, or a value.
enum Said<Value: Hashable & Sendable>: Hashable, Sendable {
    case nothing, unclear
    case clear(Value)

    var value: Value? { if case .clear(let value) = self { value } else { nil } }

    /// Takes up what else was said; two values that differ tell nothing certain.
    mutating func add(_ other: Said) {
        switch (self, other) {
        case (_, .nothing): break
        case (.nothing, _): self = other
        case (.clear(let one), .clear(let two)) where one == two: break
        default: self = .unclear
        }
    }
}
