/// Times a piece of work and prints it beside another.
enum Measure {
    /// The median of seven rounds, in nanoseconds for one run of the work. The work gives a number, so that it cannot be left out.
    static func nanoseconds(_ times: Int, _ work: () -> Int) -> Double {
        var sink = 0
        let rounds = (0..<7).map { _ in
            let start = ContinuousClock.now
            for _ in 0..<times { sink &+= work() }
            return (ContinuousClock.now - start) / .nanoseconds(1) / Double(times)
        }
        precondition(sink != .min)
        return rounds.sorted()[3]
    }

    static func report(_ name: String, _ nanoseconds: Double, against other: Double? = nil) {
        let ratio = other.map { ", \(rounded(nanoseconds / $0)) of it" } ?? ""
        print("  \(name): \(rounded(nanoseconds / 1000)) µs\(ratio)")
    }

    /// Three digits that count.
    static func rounded(_ value: Double) -> Double {
        let scale = value >= 100 ? 1.0 : value >= 10 ? 10 : value >= 1 ? 100 : 1000
        return (value * scale).rounded() / scale
    }
}
