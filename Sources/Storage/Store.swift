public import Catalogue
public import Dialogue
public import Foundation
import GRDB
public import HelpDesk
import Vietnamese

/// The database of the service: opened once in a process, one writer, many readers.
///
/// A turn that ``take(_:)`` returns from is on disk (write-ahead log, `synchronous` FULL): the process may be killed and the
/// power may fail after it.
public struct Store: Sendable {
    let pool: DatabasePool
    private let line: GroupCommit<Turn, Turn.Outcome>
    let openTelephone: @Sendable (SealedTelephone) -> String?
    let settlements: GroupCommit<Settlement, Void>
    /// Rings whenever something may have been queued.
    public let queued = QueueSignal()
    private let committed = Count()

    /// - Parameters:
    ///   - respond: what the dialogue answers; it runs inside the turn's transaction and must be quick and pure.
    ///   - apology: what is queued where a turn fails.
    ///   - reaches: how long each channel lets us write to people; a channel that is not named, for ever.
    ///   - openTelephone: decrypts a number to call back on, at the moment in which its reply is delivered.
    ///   - newLoginLink: makes a one-time link to the coordinators' pages; nil where our own address is not known.
    ///   - clock: measures how long a turn waits.
    public init(
        folder: DataFolder, apology: Reply, reaches: [String: Reach] = [:],
        openTelephone: @escaping @Sendable (SealedTelephone) -> String? = { _ in nil },
        newLoginLink: (@Sendable () throws -> NewLoginLink)? = nil, clock: any Clock<Duration> = ContinuousClock(),
        respond: @escaping @Sendable (Event, Situation) throws -> [Effect]
    ) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { try Dialect.prepare($0) }
        let pool = try DatabasePool(path: folder.database.path, configuration: configuration)
        try pool.writeWithoutTransaction { try Dialect.makeDurable($0) }
        try Schema.migrator.migrate(pool)
        self.pool = pool
        self.openTelephone = openTelephone
        let turns = TurnStore(respond: respond, apology: apology, handOvers: HandOverStore(reaches: reaches), newLoginLink: newLoginLink)
        line = GroupCommit(clock: clock) { [queued, committed] batch in
            let outcomes = await Store.commit(batch, to: pool, turns.run)
            committed.add()
            queued.ring()
            return outcomes
        }
        settlements = GroupCommit(patience: .seconds(30), clock: clock) { batch in await Store.commit(batch, to: pool, DeliveryStore.settle) }
    }

    private static func commit<Work: Sendable, Outcome: Sendable>(
        _ batch: [Work], to pool: DatabasePool, _ run: @escaping @Sendable (Work, GRDB.Database) throws -> Outcome
    ) async -> [Result<Outcome, any Error>] {
        do {
            return try await pool.write { db in try batch.map { try run($0, db) } }.map { .success($0) }
        } catch {
            return batch.map { _ in .failure(error) }
        }
    }

    /// Runs one turn, together with all others that wait: one transaction, one write to the disk for all of them.
    ///
    /// - Throws: ``Busy`` where the line is too long or the turn has waited for more than 1.5 seconds. It may still be taken
    ///   then; the same message sent again is known.
    public func take(_ turn: Turn) async throws -> Turn.Outcome {
        try await line.submit(turn)
    }

    /// In how many transactions turns have been written since the start.
    public var commits: Int { committed.value }

    /// Keeps a message that crashed the process twice, without running it, and apologises.
    public func setAside(_ turn: Turn, apology: Reply) async throws {
        try await pool.write { db in try TurnStore.setAside(turn, apology: apology, in: db) }
        queued.ring()
    }

    // MARK: Reading

    /// The replies to a person after the one that they saw last, in order.
    public func replies(to address: PersonAddress, after number: Int) async throws -> [NumberedReply] {
        try await pool.read { db in try ConversationStore.replies(to: address, after: number, openTelephone, in: db) }
    }

    /// What was said on both sides, in order.
    public func course(of address: PersonAddress) async throws -> [CourseEntry] {
        try await pool.read { db in try ConversationStore.course(of: address, openTelephone, in: db) }
    }

    /// When the person last wrote; nil where nobody is known by this address.
    public func lastSeen(_ address: PersonAddress) async throws -> Date? {
        try await pool.read { db in try ConversationStore.lastSeen(address, in: db) }
    }

    /// Where failed turns stand that can be replayed, oldest first.
    public func failedTurns() async throws -> [FailedTurn] {
        try await pool.read { db in try FailedTurnStore.all(in: db) }
    }

    public func markReplayed(_ id: Int64, at date: Date) async throws {
        try await pool.write { db in try FailedTurnStore.markReplayed(id, at: date, in: db) }
    }

    /// Ends a visit to the web page: its address leads to nothing from now on, what was counted stays.
    public func endVisit(of address: PersonAddress) async throws {
        try await pool.write { db in try PersonStore.endVisit(address, in: db) }
    }

    // MARK: Deadlines

    /// What is due, the oldest first.
    public func due(at date: Date, limit: Int = 100) async throws -> [DueDeadline] {
        try await pool.read { db in try DeadlineStore.due(at: date, limit: limit, in: db) }
    }

    // MARK: Teams and members

    /// Takes a roster in, all of it or nothing.
    /// - Returns: how many rows were new or changed.
    public func take(_ roster: Roster) async throws -> Int {
        try await pool.write { db in try TeamStore.take(roster, in: db) }
    }

    public func teams() async throws -> [Team] {
        try await pool.read { db in try TeamStore.teams(in: db) }
    }

    public func team(_ code: String) async throws -> Team? {
        try await pool.read { db in try TeamStore.team(code, in: db) }
    }

    public func posts() async throws -> [(member: Member, post: Post)] {
        try await pool.read { db in try TeamStore.posts(in: db) }
    }

    /// - Returns: false where there is no such member.
    public func revoke(_ member: String, at date: Date) async throws -> Bool {
        try await pool.write { db in try TeamStore.revoke(member, at: Time.milliseconds(date), in: db) }
    }

    /// - Returns: false where there is no such member.
    public func invite(_ member: String, with code: InviteCode, until expiry: Date) async throws -> Bool {
        try await pool.write { db in try InviteStore.add(code, for: member, until: Time.milliseconds(expiry), in: db) }
    }

    /// Binds a person to a team, by their own choice.
    public func bind(_ address: PersonAddress, to team: String, at date: Date) async throws {
        try await pool.write { db in try TeamStore.bind(address, to: team, at: Time.milliseconds(date), in: db) }
    }

    // MARK: The catalogue and crashes

    /// Keeps the present revision of each guide, so that a walk can go on with the one it began with.
    public func keep(_ guides: [Guide]) async throws {
        try await pool.write { db in try GuideRevisionStore.keep(guides, in: db) }
    }

    /// Counts a crash for each of the messages that were under way when the process died.
    /// - Returns: how often each message that is still suspected has crashed the process.
    public func recordCrashes(of keys: [Turn.MessageKey]) async throws -> [Turn.MessageKey: Int] {
        try await pool.write { db in try CrashStore.record(keys, in: db) }
    }

    public func clearCrashes(of key: Turn.MessageKey) async throws {
        try await pool.write { db in try CrashStore.clear(key, in: db) }
    }

    /// Empties the write-ahead log into the database, so that nothing that was deleted stays in it (promise 5).
    public func emptyLog() async throws {
        _ = try await pool.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
    }

    /// `PRAGMA synchronous` on the writer: 2 is FULL.
    func synchronous() throws -> Int? {
        try pool.writeWithoutTransaction { try Dialect.synchronous($0) }
    }

    /// The number that a query gives; for tests.
    func count(_ sql: String) throws -> Int {
        try pool.read { try Int.fetchOne($0, sql: sql) } ?? 0
    }

    /// Whether the database answers.
    public func isReady() async -> Bool {
        ((try? await pool.read { try Int.fetchOne($0, sql: "SELECT 1") }) ?? nil) == 1
    }

    public func close() throws {
        try pool.close()
    }
}
