import Foundation
import GRDB
import Vietnamese

/// The database of a data folder, to be filled past the stores.
enum LogFile {
    /// With the function that the triggers of the search index call.
    static func open(_ folder: URL) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            db.add(function: DatabaseFunction("folded", argumentCount: 1, pure: true) { String.fromDatabaseValue($0[0]).map(Folding.fold) })
        }
        return try DatabaseQueue(path: folder.appending(path: "tungngo.sqlite").path, configuration: configuration)
    }
}
