import Synchronization

/// Keeps what was worked out of keys, for any number of threads, so that what thousands of documents
/// name is taken apart once.
///
/// Values must follow from their keys alone. Where it is full it is emptied: what recurs is soon
/// there again, and no order of use need be kept.
final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let limit: Int
    private let values = Mutex<[Key: Value]>([:])

    /// Makes a memo of at most so many values.
    init(limit: Int) { self.limit = limit }

    /// Returns the value of a key, made where it isn't there.
    func value(_ key: Key, _ make: () throws -> Value) rethrows -> Value {
        if let known = values.withLock({ $0[key] }) { return known }
        let made = try make()
        values.withLock { values in
            if values.count >= limit { values.removeAll(keepingCapacity: true) }
            values[key] = made
        }
        return made
    }
}
