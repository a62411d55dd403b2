import Logging
import Synchronization

/// A log that a test can read.
final class RecordedLog: LogHandler {
    private let lines = Mutex<[String]>([])

    var alarms: [String] { lines.withLock { $0.filter { $0.contains("alarm") } } }

    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }

    var logLevel: Logger.Level {
        get { .error }
        set {}
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) {
        lines.withLock { $0.append("\(event.level) \(event.message) \(event.metadata ?? [:])") }
    }
}
