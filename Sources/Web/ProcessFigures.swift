import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the process takes of the machine.
struct ProcessFigures: Sendable {
    /// 0 where the system does not tell.
    let residentBytes: Int
    let cpuSeconds: Double

    static func now() -> ProcessFigures {
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return ProcessFigures(
            residentBytes: (pages ?? 0) * sysconf(Int32(_SC_PAGESIZE)), cpuSeconds: Double(clock()) / Double(CLOCKS_PER_SEC))
    }
}
