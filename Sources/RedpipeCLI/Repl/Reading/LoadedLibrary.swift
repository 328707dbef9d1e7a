import Glibc

/// A shared library that was loaded while the program runs; it stays loaded.
@safe
struct LoadedLibrary {
    private let handle: UnsafeMutableRawPointer

    /// - Returns: `nil` if the system has none of this name.
    init?(_ name: String) {
        guard let handle = unsafe dlopen(name, RTLD_NOW | RTLD_LOCAL) else { return nil }
        unsafe self.handle = unsafe handle
    }

    /// A function, in the form that the caller knows from its documentation.
    func function<Function>(_ name: String) throws(MissingSymbol) -> Function {
        guard let symbol = unsafe dlsym(handle, name) else { throw MissingSymbol() }
        return unsafe unsafeBitCast(symbol, to: Function.self)
    }

    /// A variable, of the type that the caller knows from its documentation.
    func variable<Value>(_ name: String) throws(MissingSymbol) -> UnsafeMutablePointer<Value> {
        guard let symbol = unsafe dlsym(handle, name) else { throw MissingSymbol() }
        return unsafe symbol.assumingMemoryBound(to: Value.self)
    }
}

/// A library is older than what is asked of it.
struct MissingSymbol: Error {}
