/// The order of things from top to bottom in the three bands, so that few lines cross.
///
/// Groups keep together, actors keep within their group, rows within their card. Starts from the
/// order given; sorts by the mean of the neighbours a few times (Sugiyama, Tagawa, Toda 1981), then
/// moves single things as long as that lowers the cost: crossings first, then the slope of the lines.
struct BandOrder {
    /// A country's frame.
    struct Group {
        /// The group's index in the input.
        var id: Int
        var actors: [Actor]
    }

    /// A card, a person, a country.
    struct Actor {
        /// The actor's index in the input's group.
        var id: Int
        /// Where lines to the actor itself end.
        var port: Int
        var rows: [Row]
    }

    /// An office-holder in a card.
    struct Row {
        /// The row's index in the input's card.
        var id: Int
        var port: Int
    }

    /// A line between an actor or a row and an event.
    struct Line {
        var band: Int
        var port: Int
        var event: Int
    }

    var bands: [[Group]]
    /// The indices of the events, in their order.
    var events: [Int]
    /// How many ports there are: their numbers are below.
    let portCount: Int
    let lines: [Line]
    /// Events that belong together: a meeting and what was agreed at it, in this order.
    let pairs: [(first: Int, second: Int)]

    private static let eventHeight = 45.0
    /// Up to so many lines every move is tried.
    private static let fewLines = 60

    /// Returns the order with the lowest cost found.
    ///
    /// - Complexity: O(things² · lines²) a round for small figures, at most 12 rounds; for large ones
    ///   only neighbours change places.
    func improved() -> BandOrder {
        var order = self
        var starts = [self]
        for _ in 0..<6 {
            order.sortEvents()
            order.sortActors()
            starts.append(order)
        }
        // Small figures are tried from several starts, middling ones from two, large ones from the best.
        let costs = starts.enumerated().map { ($1.cost(), $0) }.sorted { $0 < $1 }
        let isSmall = lines.count <= Self.fewLines
        var best: (order: BandOrder, cost: Double)?
        let startCount = lines.count <= Self.fewLines / 2 ? 4 : isSmall ? 2 : 1
        for (startCost, index) in costs.prefix(startCount) {
            var (order, cost) = (starts[index], startCost)
            for _ in 0..<(isSmall ? 12 : 4) {
                let before = cost
                order.moveEach(&cost, reach: isSmall ? .max : 1)
                if cost >= before { break }
            }
            if best.map({ cost < $0.cost }) ?? true { best = (order, cost) }
        }
        return best?.order ?? self
    }

    // MARK: - Cost

    /// Crossings weigh more than any slope. What is certain to exceed the limit isn't counted out.
    private func cost(limit: Double = .infinity) -> Double {
        let ports = portHeights()
        let events = eventHeights()
        // Asked for thousands of times: the ends side by side, so that the inner loop only compares.
        let ends = lines.map { (band: $0.band, port: ports[$0.port], event: events[$0.event]) }
        var crossings = 0.0
        var slope = 0.0
        let isTooDear = ends.withUnsafeBufferPointer { ends in
            for index in ends.indices {
                let one = ends[index]
                slope += abs(one.port - one.event)
                for place in (index + 1)..<ends.count where ends[place].band == one.band {
                    let other = ends[place]
                    if (one.port - other.port) * (one.event - other.event) < 0 { crossings += 400 }
                }
                if crossings + slope > limit { return true }
            }
            return false
        }
        if isTooDear { return .infinity }
        var gaps = 0.0
        for pair in pairs {
            // Nothing where the second follows the first; a little where it stands right above.
            let distance = events[pair.second] - events[pair.first]
            gaps += distance > 0 ? distance - Self.eventHeight : Self.eventHeight - distance
        }
        return crossings + slope + gaps * 1.5
    }

    /// About where each port will be, in points from the middle of its band.
    private func portHeights() -> [Double] {
        var heights = [Double](repeating: 0, count: portCount)
        for groups in bands {
            var height = 0.0
            for group in groups {
                height += 24
                for actor in group.actors {
                    heights[actor.port] = height + 15
                    height += 30
                    for row in actor.rows {
                        heights[row.port] = height + 17
                        height += 34
                    }
                    height += 10
                }
                height += 10
            }
            for group in groups {
                for actor in group.actors {
                    heights[actor.port] -= height / 2
                    for row in actor.rows { heights[row.port] -= height / 2 }
                }
            }
        }
        return heights
    }

    private func eventHeights() -> [Double] {
        var heights = [Double](repeating: 0, count: events.count)
        for (index, event) in events.enumerated() {
            heights[event] = (Double(index) - Double(events.count - 1) / 2) * Self.eventHeight
        }
        return heights
    }

    // MARK: - Means

    private mutating func sortEvents() {
        let ports = portHeights()
        var targets = [[Double]](repeating: [], count: events.count)
        for line in lines { targets[line.event].append(ports[line.port]) }
        events = Self.sorted(events) { targets[$0] }
    }

    private mutating func sortActors() {
        let heights = eventHeights()
        var targets = [[Double]](repeating: [], count: portCount)
        for line in lines { targets[line.port].append(heights[line.event]) }
        func all(_ actor: Actor) -> [Double] {
            actor.rows.reduce(targets[actor.port]) { $0 + targets[$1.port] }
        }
        for band in bands.indices {
            for group in bands[band].indices {
                for actor in bands[band][group].actors.indices {
                    bands[band][group].actors[actor].rows = Self.sorted(
                        bands[band][group].actors[actor].rows
                    ) { targets[$0.port] }
                }
                bands[band][group].actors = Self.sorted(bands[band][group].actors) { all($0) }
            }
            bands[band] = Self.sorted(bands[band]) { $0.actors.flatMap { all($0) } }
        }
    }

    /// Sorts by the mean of values; what has none stays after what stood before it.
    private static func sorted<Item>(_ items: [Item], by values: (Item) -> [Double]) -> [Item] {
        var last = -Double.infinity
        let keyed = items.enumerated().map { index, item -> (Double, Int, Item) in
            let values = values(item)
            if !values.isEmpty { last = (values.reduce(0, +) / Double(values.count)).rounded() }
            return (last, index, item)
        }
        return keyed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }

    // MARK: - Moves

    /// Tries each thing in each other place of its list, up to a distance.
    private mutating func moveEach(_ cost: inout Double, reach: Int) {
        move(\.events, &cost, reach: reach) { $0.sortActors() }
        for band in bands.indices {
            move(\.bands[band], &cost, reach: reach) { $0.sortEvents() }
            for group in bands[band].indices {
                move(\.bands[band][group].actors, &cost, reach: reach) { $0.sortEvents() }
                for actor in bands[band][group].actors.indices {
                    move(\.bands[band][group].actors[actor].rows, &cost, reach: reach) {
                        $0.sortEvents()
                    }
                }
            }
        }
    }

    /// One move alone often gains nothing: so it's tried with the other side following too.
    private mutating func move<Item>(
        _ path: WritableKeyPath<BandOrder, [Item]>, _ cost: inout Double, reach: Int,
        following: (inout BandOrder) -> Void
    ) {
        let count = self[keyPath: path].count
        guard count > 1 else { return }
        for source in 0..<count {
            for target in 0..<count where target != source && abs(target - source) <= reach {
                var changed = self
                let item = changed[keyPath: path].remove(at: source)
                changed[keyPath: path].insert(item, at: target)
                var followed = changed
                following(&followed)
                for candidate in [changed, followed] {
                    let after = candidate.cost(limit: cost)
                    if after < cost - 0.5 { (self, cost) = (candidate, after) }
                }
            }
        }
    }
}
