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
