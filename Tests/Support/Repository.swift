public import Foundation

/// The working copy that these tests belong to.
public enum Repository {
    /// The folder that holds `Package.swift`, `intents` and `content`.
    public static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
