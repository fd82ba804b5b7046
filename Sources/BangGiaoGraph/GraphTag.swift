/// A small number by which a caller tells kinds of things apart, 0 to 63.
public protocol GraphTag: RawRepresentable, Hashable, Comparable, Sendable
where RawValue == UInt8 {}

extension GraphTag {
    /// Orders by number.
    @inlinable
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The kind of an edge.
public struct EdgeTag: GraphTag {
    /// The number itself.
    public let rawValue: UInt8

    /// Makes a tag of its number.
    ///
    /// - Precondition: the number is below 64, so that a ``TagSet`` can hold it.
    @inlinable
    public init(rawValue: UInt8) {
        precondition(rawValue < 64, "A tag is a number from 0 to 63.")
        self.rawValue = rawValue
    }
}

/// The kind of a node.
public struct NodeTag: GraphTag {
    /// The number itself.
    public let rawValue: UInt8

    /// Makes a tag of its number.
    ///
    /// - Precondition: the number is below 64, so that a ``TagSet`` can hold it.
    @inlinable
    public init(rawValue: UInt8) {
        precondition(rawValue < 64, "A tag is a number from 0 to 63.")
        self.rawValue = rawValue
    }
}

/// A set of tags, one bit each.
public struct TagSet<Tag: GraphTag>: OptionSet, Hashable, Sendable {
    /// Bit *n* stands for tag *n*.
    public var rawValue: UInt64

    /// Makes a set of its bits.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Makes a set of some tags.
    public init(tags: some Sequence<Tag>) {
        rawValue = tags.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
    }

    /// Every tag.
    public static var all: TagSet { TagSet(rawValue: .max) }

    /// Returns whether the set has a tag.
    public func contains(tag: Tag) -> Bool { rawValue >> UInt64(tag.rawValue) & 1 == 1 }
}

/// A set of kinds of edges.
public typealias EdgeTagSet = TagSet<EdgeTag>

/// A set of kinds of nodes.
public typealias NodeTagSet = TagSet<NodeTag>
