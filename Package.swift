// swift-tools-version: 6.3
import PackageDescription

/// What every target is compiled with: the strictest language mode there is, warnings as errors.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "redpipe",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "redpipe", targets: ["RedpipeMain"]),
        .library(name: "Redpipe", targets: ["Redpipe"]),
    ],
    dependencies: [
        // `Deque` for what is outstanding on a connection: a ring buffer that we need not own.
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0")
    ],
    targets: [
        .target(name: "RedpipeSyntax", swiftSettings: settings),
        .target(name: "RedpipeCommands", swiftSettings: settings),
        .target(name: "RedpipeRESP", swiftSettings: settings),
        .target(
            name: "RedpipeFields",
            dependencies: ["RedpipeRESP"],
            swiftSettings: settings
        ),
        .target(
            name: "RedpipeCompiler",
            dependencies: ["RedpipeSyntax", "RedpipeCommands", "RedpipeFields"],
            swiftSettings: settings
        ),
        .target(
            name: "Redpipe",
            dependencies: [
                "RedpipeCommands", "RedpipeFields", "RedpipeRESP",
                .product(name: "DequeModule", package: "swift-collections"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "RedpipeRuntime",
            dependencies: [
                // `OrderedDictionary` for the maps of the language.
                .product(name: "OrderedCollections", package: "swift-collections"),
                "RedpipeRESP", "RedpipeFields", "RedpipeCompiler", "RedpipeSyntax",
                "RedpipeCommands", "Redpipe",
            ],
            swiftSettings: settings
        ),
        .target(
            name: "RedpipeCLI",
            dependencies: [
                "RedpipeRuntime", "RedpipeCompiler", "RedpipeSyntax", "RedpipeCommands", "Redpipe",
                "RedpipeRESP",
                .product(name: "DequeModule", package: "swift-collections"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "RedpipeMain",
            dependencies: ["RedpipeCLI"],
            swiftSettings: settings
        ),

        // Shared by the test targets: real servers, a scripted server, every feeding of a stream.
        .target(
            name: "RedpipeTestSupport",
            dependencies: ["Redpipe", "RedpipeRESP"],
            path: "Tests/RedpipeTestSupport",
            swiftSettings: settings
        ),
        .testTarget(
            name: "RedpipeSyntaxTests",
            dependencies: ["RedpipeSyntax"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "RedpipeCommandsTests",
            dependencies: ["RedpipeCommands", "RedpipeTestSupport", "Redpipe", "RedpipeRESP"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "RedpipeFieldsTests",
            dependencies: ["RedpipeFields"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "RedpipeRESPTests",
            dependencies: ["RedpipeRESP", "RedpipeTestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "RedpipeCompilerTests",
            dependencies: ["RedpipeCompiler", "RedpipeSyntax"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "RedpipeTests",
            dependencies: ["Redpipe", "RedpipeFields", "RedpipeTestSupport"],
            exclude: ["Reference/reference.py"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "RedpipeCLITests",
            dependencies: [
                "RedpipeCLI", "RedpipeMain", "RedpipeCommands", "RedpipeRESP", "Redpipe",
                "RedpipeTestSupport",
            ],
            // Dialogues in Python, which type at a terminal.
            exclude: ["Repl/Dialogues"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ScriptTests",
            dependencies: [
                "RedpipeCLI", "RedpipeMain", "RedpipeCompiler", "Redpipe", "RedpipeTestSupport",
            ],
            exclude: ["Examples", "Scripts"],
            swiftSettings: settings
        ),
    ]
)
