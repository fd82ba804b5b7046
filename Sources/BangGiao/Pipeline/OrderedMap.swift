/// Maps the elements of a sequence on several cores and hands the results on in the order of the
/// elements, with a bounded number of elements and results in memory.
struct OrderedMap: Sendable {
    /// How many elements are mapped at one time.
    let jobs: Int

    /// How far the mapping may run ahead of the oldest result that isn't finished.
    ///
    /// More than ``jobs``, so that one long element doesn't leave the other cores idle.
    var window: Int { jobs * 4 }

    /// Makes a map; less than one job counts as one.
    init(jobs: Int) { self.jobs = max(1, jobs) }

    /// Takes elements from the source until it has no more, and gives each result to the sink.
    ///
    /// The source and the sink run one after the other where the caller runs; only the transform
    /// runs on other cores. Where the source, the sink or a cancelled task ends the work, transforms
    /// under way are awaited, and no more are begun.
    /// - Throws: what the source and the sink throw; `CancellationError` in a cancelled task.
    func run<Element: Sendable, Result: Sendable>(
        from source: () throws -> Element?,
        isolation: isolated (any Actor)? = #isolation,
        transform: @escaping @Sendable (Element) -> Result,
        into sink: (Result) throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var begun = 0
            var handedOn = 0
            var running = 0
            var isDry = false
            var waiting: [Int: Result] = [:]
            while true {
                while !isDry, running < jobs, begun - handedOn < window {
                    guard let element = try source() else {
                        isDry = true
                        break
                    }
                    // A source may wait long, and end early where the task was cancelled meanwhile.
                    try Task.checkCancellation()
                    let number = begun
                    group.addTask { (number, transform(element)) }
                    begun += 1
                    running += 1
                }
                guard let (number, result) = try await group.next() else { return }
                running -= 1
                waiting[number] = result
                while let result = waiting.removeValue(forKey: handedOn) {
                    try sink(result)
                    handedOn += 1
                }
            }
        }
    }
}
