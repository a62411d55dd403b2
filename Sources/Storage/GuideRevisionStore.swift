import Catalogue
import GRDB

/// The revisions of guides that walks may still be in.
enum GuideRevisionStore {
    static func keep(_ guides: [Guide], in db: GRDB.Database) throws {
        for guide in guides {
            try db.run(
                "INSERT INTO guideRevision (guide, revision, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                [guide.id, guide.revision, try JSON.text(guide)]
            )
        }
    }

    static func guide(_ id: String, revision: String, in db: GRDB.Database) throws -> Guide? {
        let row = try db.row("SELECT body FROM guideRevision WHERE guide = ? AND revision = ?", [id, revision])
        return try row.map { try JSON.value(Guide.self, $0["body"]) }
    }
}
