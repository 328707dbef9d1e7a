import Foundation
import RedpipeRESP
import Testing

@testable import RedpipeCLI

/// Our text against that of the real redis-cli, byte for byte, for replies of a real server.
@Suite struct RedisCLIComparisonTests {
    /// Options of redis-cli, and what they mean for us.
    struct Mode: Sendable, CustomTestStringConvertible {
        let options: [String]
        let format: OutputFormat
        let isRESP3: Bool
        var testDescription: String { options.joined(separator: " ") }
    }

    static let modes = [
        Mode(options: ["--no-raw"], format: .human, isRESP3: false),
        Mode(options: ["-3", "--no-raw"], format: .human, isRESP3: true),
        Mode(options: ["--raw"], format: .raw, isRESP3: false),
        Mode(options: ["-3", "--raw"], format: .raw, isRESP3: true),
        Mode(options: ["--csv"], format: .csv, isRESP3: false),
        Mode(options: ["-3", "--csv"], format: .csv, isRESP3: true),
        Mode(options: ["--json"], format: .json, isRESP3: true),
        Mode(options: ["-2", "--json"], format: .json, isRESP3: false),
    ]

    @Test(arguments: modes)
    func `the text of a reply is redis-cli's`(_ mode: Mode) throws {
        let server = try ReferenceServer()
        _ = try server.reply(toLastOf: ReferenceCommand.preparation)
        for command in ReferenceCommand.all where !command.invalidFormats.contains(mode.format) {
            let reference = try server.referenceText(mode.options, command.arguments)
            let text = try text(of: command.arguments, mode, server)
            #expect(
                String(decoding: text, as: UTF8.self) == String(decoding: reference, as: UTF8.self),
                "\(command.arguments)"
            )
            #expect(text == reference, "\(command.arguments)")
        }
    }

    @Test func `delimiters work as in redis-cli`() throws {
        let server = try ReferenceServer()
        _ = try server.reply(toLastOf: ReferenceCommand.preparation)
        var options = PrinterOptions()
        options.elementDelimiter = Array("|".utf8)
        options.replyDelimiter = Array("#".utf8)
        let flags = ["-3", "--raw", "-d", "|", "-D", "#"]
        for command in ReferenceCommand.all where !command.invalidFormats.contains(.raw) {
            let reference = try server.referenceText(flags, command.arguments)
            let mode = Mode(options: flags, format: .raw, isRESP3: true)
            let text = try text(of: command.arguments, mode, server, options)
            #expect(text == reference, "\(command.arguments)")
        }
    }

    @Test func `where redis-cli writes no JSON we do`() throws {
        let server = try ReferenceServer()
        _ = try server.reply(toLastOf: ReferenceCommand.preparation)
        let mode = Mode(options: ["--json"], format: .json, isRESP3: true)
        for command in ReferenceCommand.all where command.invalidFormats.contains(.json) {
            let text = try text(of: command.arguments, mode, server)
            #expect(throws: Never.self, "\(command.arguments)") {
                try JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
            }
        }
    }

    /// What we print for a command.
    private func text(
        of arguments: [String],
        _ mode: Mode,
        _ server: ReferenceServer,
        _ options: PrinterOptions = PrinterOptions()
    ) throws -> [UInt8] {
        let hello = mode.isRESP3 ? [["HELLO", "3"]] : []
        let reply = try server.reply(toLastOf: hello + [arguments])
        let isVerbatim = VerbatimReply.isOwed(to: arguments.map { Array($0.utf8) })
        var printer: any ReplyPrinter =
            isVerbatim && mode.format != .json
            ? RawPrinter.verbatim(options) : mode.format.printer(options)
        var output: [UInt8] = []
        printer.append(reply.nodes.span, bytes: reply.bytes.span, to: &output)
        return output
    }
}
