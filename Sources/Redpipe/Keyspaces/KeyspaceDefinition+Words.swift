public import RedpipeCommands
public import RedpipeFields

extension KeyspaceDefinition {
    /// A value as the word that stands for it in a command.
    ///
    /// - Parameters:
    ///   - value: What is to be sent.
    ///   - role: What it is to the key.
    ///   - field: The field whose value it is.
    /// - Returns: One argument of a command.
    /// - Throws: ``KeyspaceError/value(_:)`` for a value that its type does not store,
    ///   ``KeyspaceError/noWord(_:)`` for one that is no word where no type is declared.
    public func word(
        of value: FieldValue,
        as role: ArgumentRole,
        field: [UInt8]? = nil
    ) throws(KeyspaceError) -> [UInt8] {
        guard let type = type(at: role, field: field) else { return try Self.plainWord(value) }
        do throws(FieldError) {
            return try type.encode(value)
        } catch {
            throw .value(role == .fieldValue ? error.inField(field) : error)
        }
    }

    /// Whether a word that was written into a command is a stored form of its place's type.
    ///
    /// - Throws: ``KeyspaceError/value(_:)`` if it is not.
    public func check(
        _ word: [UInt8],
        as role: ArgumentRole,
        field: [UInt8]? = nil
    ) throws(KeyspaceError) {
        guard let type = type(at: role, field: field) else { return }
        do throws(FieldError) {
            _ = try type.decode(word)
        } catch {
            throw .value(role == .fieldValue ? error.inField(field) : error)
        }
    }

    /// Texts, bytes and numbers are words; anything else has more than one form.
    private static func plainWord(_ value: FieldValue) throws(KeyspaceError) -> [UInt8] {
        switch value {
        case .text(let bytes), .bytes(let bytes): return bytes
        case .integer(let number): return Array(String(number).utf8)
        case .float(let number): return Array(floatText(number).utf8)
        case .null, .boolean, .list, .map: throw .noWord(value)
        }
    }
}

extension FieldError {
    /// The same error, said of a field if there is one.
    fileprivate func inField(_ field: [UInt8]?) -> FieldError {
        field.map { inField($0) } ?? self
    }
}
