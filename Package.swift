// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6 language mode, no warning left standing, and no import that leaks by accident.
let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A room of the house: a library target whose arrows (`on`) only point up the list below.
func room(_ name: String, on rooms: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: rooms, swiftSettings: settings)
}

func tests(_ name: String, on rooms: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(name: name, dependencies: rooms + ["Support"], resources: resources, swiftSettings: settings)
}

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let configuration: Target.Dependency = .product(name: "Configuration", package: "swift-configuration")
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "tungngo",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "tungngo", targets: ["tungngo"])
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["YAML"]),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        room("Vietnamese"),
        room("Catalogue", on: ["Vietnamese", yams]),
        room("Matching", on: ["Catalogue"]),
        room("HelpDesk", on: ["Vietnamese"]),
        room("Dialogue", on: ["Matching", "HelpDesk"]),
        room("Storage", on: ["Dialogue", grdb]),
        room("Channels", on: ["Dialogue", crypto]),
        room("Service", on: ["Storage", "Channels", configuration, system, logging, lifecycle]),
        room("Web", on: ["Service", hummingbird, mustache]),
        .executableTarget(name: "tungngo", dependencies: ["Web", arguments, signals], swiftSettings: settings),

        .target(name: "Support", dependencies: ["Catalogue"], path: "Tests/Support", swiftSettings: settings),
        tests("VietnameseTests", on: ["Vietnamese"]),
        tests("CatalogueTests", on: ["Catalogue"], resources: [.copy("Broken")]),
        tests("MatchingTests", on: ["Matching"]),
        tests("DialogueTests", on: ["Dialogue"], resources: [.copy("Conversations")]),
        tests("StorageTests", on: ["Storage"]),
        tests("ServiceTests", on: ["Service", configuration]),
        tests("WebTests", on: ["Web"]),
        tests("CommandTests", on: ["tungngo", "CrashingService", grdb]),
        .executableTarget(name: "Benchmarks", dependencies: ["Service"], path: "Tests/Benchmarks", swiftSettings: settings),
        .executableTarget(
            name: "CrashingService", dependencies: ["Web", signals], path: "Tests/CrashingService", swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
