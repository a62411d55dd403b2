/// Too much waits: the message was not answered in time. Sending it again is safe and right.
public struct Busy: Error {
    public init() {}
}
