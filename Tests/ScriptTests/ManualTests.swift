import RedpipeCompiler
import RedpipeTestSupport
import Testing

/// The folder of the package.
private let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

@Suite struct ManualTests {
    @Test(arguments: try ManualExample.all(inManual: root + "/man/redpipe.5"))
    func `an example of the manual prints what stands behind it`(example: ManualExample) throws {
        try check(example)
    }

    @Test(arguments: try ManualExample.all(inMarkdown: root + "/README.md"))
    func `an example of the readme prints what stands behind it`(example: ManualExample) throws {
        try check(example)
    }

    @Test func `the manual has an example for each function of the library`() throws {
        let manual = try FileText.read(root + "/man/redpipe.5")
        for function in LibraryFunction.allCases {
            #expect(manual.contains(".It Fn \(function.rawValue)"), "no entry for \(function)")
            #expect(manual.contains("\(function.rawValue)("), "no example for \(function)")
        }
    }

    private func check(_ example: ManualExample) throws {
        let (output, ending) = try example.run()
        #expect(output == example.output)
        #expect(ending == .exited(example.status))
    }
}
