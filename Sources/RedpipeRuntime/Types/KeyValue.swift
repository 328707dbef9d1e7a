package import Redpipe

/// A typed key as a script sees it.
package final class KeyValue {
    package let key: TypedKey

    init(_ key: TypedKey) {
        self.key = key
    }
}
