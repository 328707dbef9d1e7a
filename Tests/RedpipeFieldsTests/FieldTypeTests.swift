import RedpipeFields
import Testing

@Suite struct FieldTypeTests {
    @Test(arguments: StoredForm.all)
    func `a value has one stored form, which reads back as the value`(form: StoredForm) throws {
        #expect(String(decoding: try form.type.encode(form.value), as: UTF8.self) == form.stored)
        #expect(try form.type.decode(Array(form.stored.utf8)) == form.value)
    }

    @Test(arguments: StoredForm.writtenOtherwise)
    func `some values are written that read back as others`(form: StoredForm) throws {
        #expect(String(decoding: try form.type.encode(form.value), as: UTF8.self) == form.stored)
    }

    @Test(arguments: StoredForm.unwritable)
    func `a value of another kind is refused`(type: FieldType, value: FieldValue) {
        #expect(throws: FieldError.self) { try type.encode(value) }
    }

    @Test(arguments: StoredForm.unreadable)
    func `stored bytes of another type are refused`(type: FieldType, stored: String) {
        #expect(throws: FieldError.self) { try type.decode(Array(stored.utf8)) }
    }

    @Test func `bytes that are not UTF-8 are no text, list or map`() throws {
        for type in [FieldType.text, .ascii, .list, .map, .strings, .json] {
            #expect(throws: FieldError.self) { try type.decode([0x22, 0xff, 0x22]) }
        }
        #expect(try FieldType.bytes.decode([0xff]) == .bytes([0xff]))
        #expect(throws: FieldError.self) { try FieldType.text.encode(.bytes([0xff])) }
        #expect(throws: FieldError.self) { try FieldType.json.encode(.bytes([0xff])) }
    }

    @Test func `deep values are refused, not followed`() {
        var value: FieldValue = []
        for _ in 0..<1000 { value = [value] }
        #expect(throws: FieldError.self) { try FieldType.list.encode(value) }
        let text = String(repeating: "[", count: 100_000)
        #expect(throws: FieldError.self) { try FieldType.list.decode(Array(text.utf8)) }
    }

    @Test func `an error names field, type and value`() {
        let error = #expect(throws: FieldError.self) { try FieldType.int.encode("x") }
        let named = error.map { $0.inField(Array("age".utf8)) }
        #expect(named?.description == #"field `age`: "x" where a 64-bit int is wanted"#)
        let stored = #expect(throws: FieldError.self) { try FieldType.bool.decode([0x30]) }
        #expect(
            stored?.description
                == #"the stored "0" is not a bool: a bool is stored as `1` or nothing"#
        )
    }

    @Test func `a time shows as ISO 8601`() {
        #expect(FieldType.time.shown(1_700_000_000) == "2023-11-14T22:13:20Z")
        #expect(FieldType.time.shown(.integer(.max)) == .text("9223372036854775807"))
        #expect(FieldType.int.shown(5) == 5)
    }

    @Test func `every day of 800 years keeps its date`() throws {
        for day in Int64(-146_097)..<146_097 {
            let seconds = day * 86_400 + 86_399
            let text = TimeText.text(of: seconds)
            #expect(try TimeText.seconds(of: Array(text.utf8)) == seconds)
        }
    }
}

/// A value of a type and what is stored for it.
struct StoredForm: CustomTestStringConvertible {
    let type: FieldType
    let value: FieldValue
    let stored: String

    init(_ type: FieldType, _ value: FieldValue, _ stored: String) {
        self.type = type
        self.value = value
        self.stored = stored
    }

    var testDescription: String { "\(type.name) \(value)" }

    static let all: [StoredForm] = [
        .init(.text, "Zoë", "Zoë"), .init(.text, "", ""), .init(.ascii, "a ~", "a ~"),
        .init(.bytes, .bytes([0x61]), "a"),
        .init(.int, 0, "0"), .init(.int, -7, "-7"),
        .init(.int, .integer(.max), "9223372036854775807"),
        .init(.int, .integer(.min), "-9223372036854775808"),
        .init(.float, 2.0, "2"), .init(.float, 0.1, "0.1"), .init(.float, 1e16, "1e+16"),
        .init(.float, 1e-5, "1e-05"), .init(.float, .float(.infinity), "inf"),
        .init(.float, -0.0, "-0"), .init(.float, .float(.leastNonzeroMagnitude), "5e-324"),
        .init(.float, 1.7976931348623157e308, "1.7976931348623157e+308"),
        .init(.bool, true, "1"), .init(.bool, false, ""),
        .init(.list, [], "[]"),
        .init(
            .list,
            ["Zoë😀\u{7f}/", 1, 1.0, 1.5, true, .null, [[]]],
            #"["Zo\u00eb\ud83d\ude00\u007f/", 1, 1.0, 1.5, true, null, [[]]]"#
        ),
        .init(.list, [.integer(.max), 1e22, 1e-7], "[9223372036854775807, 1e+22, 1e-07]"),
        .init(.map, [:], "{}"),
        .init(.map, ["b": 1, "a": ["x": "\n\"\\"]], #"{"b": 1, "a": {"x": "\n\"\\"}}"#),
        .init(.strings, ["a", "é"], "a,é"), .init(.strings, [], ""),
        .init(.strings, ["", ""], ","),
        .init(.json, .null, "null"), .init(.json, "x", #""x""#), .init(.json, 5, "5"),
        .init(.json, .float(-.infinity), "-Infinity"),
        .init(.time, 1_700_000_000, "1700000000"), .init(.time, -1, "-1"),
    ]

    static let writtenOtherwise: [StoredForm] = [
        .init(.float, 3, "3"), .init(.bytes, "é", "é"), .init(.float, .float(.nan), "nan"),
        .init(.time, "2023-11-14T22:13:20Z", "1700000000"),
        .init(.time, "2023-11-14 23:13:20.000+01:00", "1700000000"),
        .init(.time, "1970-01-02", "86400"), .init(.time, "0001-01-01", "-62135596800"),
        .init(.time, "2000-02-29T00:00:00-00:30", "951784200"),
    ]

    static let unwritable: [(FieldType, FieldValue)] = [
        (.text, 1), (.text, .null), (.text, .bytes([0x61])), (.ascii, "é"), (.ascii, "a\n"),
        (.bytes, 1), (.int, "1"), (.int, 1.0), (.int, true), (.float, "1"), (.float, true),
        (.float, .integer(.max)), (.bool, 1), (.bool, "1"), (.bool, .null), (.list, "x"),
        (.list, [:]), (.map, []), (.strings, "a"), (.strings, ["a,b"]), (.strings, [""]),
        (.strings, [1]), (.time, "yesterday"), (.time, "2023-02-29"),
        (.time, "2023-01-01T00:00:00"),
        (.time, "2023-01-01T00:00:00.5Z"), (.time, "2023-01-01T24:00:00Z"), (.time, 1.5),
        (.time, "2023-01-01T00:00:00Zz"), (.time, "0000-01-01"),
    ]

    static let unreadable: [(FieldType, String)] = [
        (.ascii, "é"), (.int, ""), (.int, "+1"), (.int, "01"), (.int, "-0"), (.int, "1.0"),
        (.int, " 1"), (.int, "9223372036854775808"), (.float, ""), (.float, "0x1"),
        (.float, "1e999"), (.float, "x"), (.bool, "0"), (.bool, "true"), (.list, ""),
        (.list, "{}"), (.list, "[1"), (.list, "[1] 2"), (.list, "[01]"), (.list, "[1.]"),
        (.list, "[.5]"), (.list, "[-]"), (.list, "[1e]"), (.list, "[9223372036854775808]"),
        (.list, "[\"\\ud800\"]"), (.list, "[\"\\u+123\"]"), (.list, "[\"\n\"]"), (.map, "[]"),
        (.map, "{1: 2}"), (.json, "nul"), (.time, "2023-11-14"),
    ]
}
