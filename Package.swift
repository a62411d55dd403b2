// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6 language mode, no warning left standing, and no import that leaks by accident.
let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// Rooms that compute are optimised in debug builds as well: the tests load the whole catalogue over and over.
let computing = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A room of the house: a library target whose arrows (`on`) only point up the list below.
func room(_ name: String, on rooms: [Target.Dependency] = [], settings: [SwiftSetting] = settings) -> Target {
    .target(name: name, dependencies: rooms, swiftSettings: settings)
}

/// - Parameter folders: of fixtures, which the tests read from the source tree.
func tests(_ name: String, on rooms: [Target.Dependency], without folders: [String] = []) -> Target {
    .testTarget(name: name, dependencies: rooms + ["Support"], exclude: folders, swiftSettings: settings)
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
let csv: Target.Dependency = .product(name: "SwiftCSV", package: "SwiftCSV")
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
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    // Every target names all that it imports: what is only reached through another target is not rebuilt in time.
    targets: [
        room("Vietnamese", settings: computing),
        room("Catalogue", on: ["Vietnamese", yams]),
        room("Matching", on: ["Vietnamese", "Catalogue"], settings: computing),
        room("HelpDesk", on: ["Vietnamese"]),
        room("Dialogue", on: ["Vietnamese", "Catalogue", "Matching", "HelpDesk"]),
        room("Demo", on: ["Vietnamese", "Catalogue", "Matching", "HelpDesk"], settings: computing),
        room("Storage", on: ["Vietnamese", "Catalogue", "Matching", "HelpDesk", "Dialogue", "Demo", grdb, crypto]),
        .systemLibrary(name: "CLibcurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        room("Channels", on: ["HelpDesk", "Dialogue", "CLibcurl", crypto]),
        room(
            "Service",
            on: [
                "Vietnamese", "Catalogue", "Matching", "HelpDesk", "Dialogue", "Demo", "Storage", "Channels", configuration, system, logging,
                lifecycle, crypto,
            ]),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        room("Reports", on: ["Catalogue", "HelpDesk", "Storage", "CXLSXWriter"]),
        room(
            "Web",
            on: [
                "Vietnamese", "Catalogue", "Matching", "HelpDesk", "Dialogue", "Storage", "Channels", "Reports", "Service", "CQREncode", hummingbird,
                mustache, logging, lifecycle,
            ]),
        .executableTarget(
            name: "tungngo",
            dependencies: [
                "Vietnamese", "Catalogue", "Matching", "HelpDesk", "Dialogue", "Storage", "Channels", "Reports", "Service", "Web", arguments, csv,
                logging, lifecycle,
                signals,
            ], swiftSettings: settings),

        .target(name: "Support", dependencies: ["Catalogue"], path: "Tests/Support", exclude: ["Platforms"], swiftSettings: settings),
        .target(
            name: "Platforms", dependencies: [hummingbird, crypto, logging, lifecycle], path: "Tests/Support/Platforms", swiftSettings: settings),
        tests("VietnameseTests", on: ["Vietnamese"]),
        tests("CatalogueTests", on: ["Vietnamese", "Catalogue"], without: ["Broken"]),
        tests("MatchingTests", on: ["Vietnamese", "Catalogue", "Matching"]),
        tests("HelpDeskTests", on: ["HelpDesk"]),
        tests("DialogueTests", on: ["Vietnamese", "Catalogue", "Matching", "HelpDesk", "Dialogue"], without: ["Conversations", "Guides"]),
        tests("DemoTests", on: ["Catalogue", "Matching", "HelpDesk", "Demo"]),
        tests("StorageTests", on: ["Vietnamese", "Catalogue", "Matching", "HelpDesk", "Dialogue", "Storage", grdb]),
        tests("ChannelsTests", on: ["Matching", "HelpDesk", "Dialogue", "Channels", "Platforms", crypto], without: ["Fixtures"]),
        tests("ReportsTests", on: ["Vietnamese", "Catalogue", "HelpDesk", "Dialogue", "Storage", "Reports", "Web", grdb], without: ["workbook.py"]),
        tests(
            "ServiceTests",
            on: ["Catalogue", "Matching", "HelpDesk", "Dialogue", "Storage", "Channels", "Service", configuration, system, logging, lifecycle],
            without: ["Desk"]),
        tests(
            "WebTests",
            on: [
                "Catalogue", "Matching", "HelpDesk", "Dialogue", "Storage", "Channels", "Service", "Web", grdb, crypto, logging,
                lifecycle,
            ]),
        tests(
            "CommandTests",
            on: ["Catalogue", "HelpDesk", "Dialogue", "Storage", "Channels", "tungngo", "CrashingService", "Platforms", grdb]),
        .executableTarget(
            name: "Tuning", dependencies: ["Vietnamese", "Catalogue", "Matching"], path: "Tests/Tuning", swiftSettings: settings),
        .executableTarget(name: "Fuzz", dependencies: ["Vietnamese", "Catalogue", "Matching"], path: "Tests/Fuzz", swiftSettings: settings),
        .executableTarget(
            name: "CrashingService", dependencies: ["Channels", "Storage", "Service", "Web", logging, lifecycle, signals],
            path: "Tests/CrashingService", swiftSettings: settings),
        .executableTarget(
            name: "Torture", dependencies: ["HelpDesk", "Dialogue", "Storage", "Channels", "Support", "Platforms", grdb], path: "Tests/Torture",
            swiftSettings: settings),
        .executableTarget(name: "RunPlatforms", dependencies: ["Platforms"], path: "Tests/RunPlatforms", swiftSettings: settings),
        .executableTarget(
            name: "Benchmarks", dependencies: ["Vietnamese", "Catalogue", "Matching", "HelpDesk", "Dialogue", "Storage", "Reports", "Service", grdb],
            path: "Tests/Benchmarks", exclude: ["baselines.py"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)

// Only for `make bench-outbound`: AsyncHTTPClient brings BoringSSL, minutes of building that nothing else needs.
if Context.environment["TUNGNGO_BENCH_OUTBOUND"] != nil {
    package.dependencies += [
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.30.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.90.0"),
    ]
    package.targets.append(
        .executableTarget(
            name: "OutboundBenchmark",
            dependencies: [
                "Channels", .product(name: "AsyncHTTPClient", package: "async-http-client"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            path: "Tests/OutboundBenchmark", swiftSettings: settings))
}
