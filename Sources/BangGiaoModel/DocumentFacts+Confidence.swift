extension DocumentFacts {
    /// Some of the facts of a document, by their indices among those of their kind, ascending.
    public struct Selection: Hashable, Sendable {
        /// Indices into the positions.
        public var positions: [Int]
        /// Indices into the meetings.
        public var meetings: [Int]
        /// Indices into the agreements.
        public var agreements: [Int]

        /// Makes a selection.
        public init(positions: [Int], meetings: [Int], agreements: [Int]) {
            self.positions = positions
            self.meetings = meetings
            self.agreements = agreements
        }
    }

    /// Returns which facts are at least so likely right.
    ///
    /// - Parameter minimumConfidence: From 0 to 1.
    /// - Complexity: O(number of facts).
    public func kept(minimumConfidence: Double) -> Selection {
        Selection(
            positions: positions.indices.filter {
                positions[$0].evidence.confidence >= minimumConfidence
            },
            meetings: meetings.indices.filter {
                meetings[$0].evidence.confidence >= minimumConfidence
            },
            agreements: agreements.indices.filter {
                agreements[$0].evidence.confidence >= minimumConfidence
            })
    }

    /// Returns the facts of a selection.
    ///
    /// Entities stay, for the text names them; ids stay, too. An agreement whose meeting isn't kept
    /// is tied to none.
    public func keeping(_ selection: Selection) -> DocumentFacts {
        var result = self
        result.positions = selection.positions.map { positions[$0] }
        result.meetings = selection.meetings.map { meetings[$0] }
        let ids = Set(result.meetings.map(\.id))
        result.agreements = selection.agreements.map {
            var agreement = agreements[$0]
            if let meeting = agreement.meeting, !ids.contains(meeting) { agreement.meeting = nil }
            return agreement
        }
        return result
    }
}

extension Explanation {
    /// Returns how the facts of a selection were read, with their indices in it.
    public func keeping(_ selection: DocumentFacts.Selection) -> Explanation {
        let positions = Self.places(selection.positions)
        let meetings = Self.places(selection.meetings)
        let agreements = Self.places(selection.agreements)
        var result = self
        result.readings = readings.compactMap { reading in
            var reading = reading
            switch reading.fact {
            case .position(let index):
                guard let place = positions[index] else { return nil }
                reading.fact = .position(place)
            case .meeting(let index):
                guard let place = meetings[index] else { return nil }
                reading.fact = .meeting(place)
            case .agreement(let index):
                guard let place = agreements[index] else { return nil }
                reading.fact = .agreement(place)
            }
            return reading
        }
        return result
    }

    private static func places(_ indices: [Int]) -> [Int: Int] {
        Dictionary(uniqueKeysWithValues: indices.enumerated().map { ($1, $0) })
    }
}
