/// The number of a node in one ``Graph``, from 0.
public struct NodeIndex: RawRepresentable, Hashable, Comparable, Sendable {
    /// The number itself: 32 bits, as a search's cost is the memory it touches.
    public var rawValue: UInt32

    /// Makes an index of its number.
    @inlinable
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Makes an index of its number.
    ///
    /// - Precondition: the number fits into 32 bits.
    @inlinable
    public init(_ number: Int) { rawValue = UInt32(number) }

    /// The number, to use on arrays that hold one element a node.
    @inlinable
    public var offset: Int { Int(rawValue) }

    /// Orders by number.
    @inlinable
    public static func < (left: NodeIndex, right: NodeIndex) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// The number of an edge in one ``Graph``, from 0, in the order in which the edges were given.
public struct EdgeIndex: RawRepresentable, Hashable, Comparable, Sendable {
    /// The number itself.
    public var rawValue: UInt32

    /// Makes an index of its number.
    @inlinable
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Makes an index of its number.
    ///
    /// - Precondition: the number fits into 32 bits.
    @inlinable
    public init(_ number: Int) { rawValue = UInt32(number) }

    /// The number, to use on arrays that hold one element an edge.
    @inlinable
    public var offset: Int { Int(rawValue) }

    /// Orders by number.
    @inlinable
    public static func < (left: EdgeIndex, right: EdgeIndex) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// A small number by which a caller tells kinds of edges apart, 0 to 63.
public struct EdgeTag: RawRepresentable, Hashable, Comparable, Sendable {
    /// The number itself.
    public var rawValue: UInt8

    /// Makes a tag of its number.
    ///
    /// - Precondition: the number is below 64, so that an ``EdgeTagSet`` can hold it.
    public init(rawValue: UInt8) {
        precondition(rawValue < 64, "An edge tag is a number from 0 to 63.")
        self.rawValue = rawValue
    }

    /// Orders by number.
    public static func < (left: EdgeTag, right: EdgeTag) -> Bool { left.rawValue < right.rawValue }
}

/// A set of edge tags, one bit each.
public struct EdgeTagSet: OptionSet, Hashable, Sendable {
    /// Bit *n* stands for tag *n*.
    public var rawValue: UInt64

    /// Makes a set of its bits.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Makes a set of some tags.
    public init(tags: some Sequence<EdgeTag>) {
        rawValue = tags.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
    }

    /// Every tag.
    public static let all = EdgeTagSet(rawValue: .max)

    /// Returns whether the set has a tag.
    public func contains(tag: EdgeTag) -> Bool { contains(rawTag: tag.rawValue) }

    func contains(rawTag: UInt8) -> Bool { rawValue >> UInt64(rawTag) & 1 == 1 }
}

/// A set of nodes of one graph: one bit a node, up to the greatest member.
public struct NodeSet: Hashable, Sendable {
    private var words: [UInt64] = []

    /// Makes a set of some nodes.
    public init(_ nodes: some Sequence<NodeIndex> = []) {
        for node in nodes { insert(node) }
    }

    /// Adds a node.
    public mutating func insert(_ node: NodeIndex) {
        let word = node.offset >> 6
        if word >= words.count {
            words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
        }
        words[word] |= 1 << (UInt64(node.rawValue) & 63)
    }

    /// Returns whether the set has a node.
    public func contains(_ node: NodeIndex) -> Bool {
        let word = node.offset >> 6
        return word < words.count && words[word] >> (UInt64(node.rawValue) & 63) & 1 == 1
    }
}
