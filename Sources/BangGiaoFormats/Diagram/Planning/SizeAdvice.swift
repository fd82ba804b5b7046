import BangGiaoKnowledge
import BangGiaoModel

/// What would make a drawing readable that holds too much: filters with how much each would leave.
struct SizeAdvice {
    let scope: DiagramScope

    /// Returns the error that says what is too large, and the way out.
    ///
    /// - Parameters:
    ///   - count: How many there are.
    ///   - things: What is counted, such as `entities`.
    ///   - limit: How many a drawing takes.
    ///   - aim: To how many meetings and agreements the filters should come down.
    func error(_ count: Int, _ things: String, limit: Int, aim: Int) -> DiagramError {
        let ways = [since(aim), countries(aim)].flatMap(\.self)
        let filters =
            ways.isEmpty
            ? "a time (since, until), some countries, or the surroundings of one entity"
            : ways.joined(separator: "; ")
        return DiagramError(
            .tooLarge,
            """
            \(count) \(things) are too many for one readable picture (at most \(limit)). Draw a \
            part: \(filters); or split it by year or by country; or draw an overview.
            """)
    }

    /// The earliest year from which on few enough events are left.
    private func since(_ aim: Int) -> [String] {
        let years = (scope.meetings.map(\.date) + scope.agreements.map(\.date))
            .compactMap { $0?.start.year }
        var left = 0
        var best: (year: Int, count: Int)?
        for year in Set(years).sorted(by: >) {
            left += years.count { $0 == year }
            guard left <= aim else { break }
            best = (year, left)
        }
        return best.map { ["since \($0.year) leaves \($0.count)"] } ?? []
    }

    /// The three countries with most events that are few enough.
    private func countries(_ aim: Int) -> [String] {
        var counts: [CountryCode: Int] = [:]
        let events =
            scope.meetings.map { Array($0.sides.joined()) }
            + scope.agreements.map { $0.parties + $0.signatories }
        for event in events {
            for country in Set(event.compactMap { scope.country(of: $0) }) {
                counts[country, default: 0] += 1
            }
        }
        return counts.filter { $0.value <= aim }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
            .map { "countries \($0.key.rawValue) leaves \($0.value)" }
    }
}
