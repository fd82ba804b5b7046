import BangGiaoModel

/// Joins the entities of all documents as the judge thinks of them.
struct EntityMatcher {
    let judge: IdentityJudge

    /// A cell with its profile taken apart.
    private typealias Member = (cell: SourceCells.Cell, reading: ProfileReading)

    /// Joins the entities of one kind.
    ///
    /// Cells of equal profiles meet in blocks; those that are linked by "same" make a component, and
    /// each component is clustered by itself.
    func unite(_ kind: Entity.Kind, _ source: SourceEntities, _ clusters: inout Clustering) {
        let members = SourceCells(source, kind, &clusters).cells.map { cell in
            Member(cell: cell, reading: judge.reading(of: cell.profile))
        }
        // Who can't be told from others of the same profile is joined with nobody.
        let clear = members.filter { judge.compare($0.reading, $0.reading).verdict == .same }
        let blocks = IdentityBlocks(clear.map { judge.blockingKeys(of: $0.reading) })
        let links = blocks.pairs().filter { judged(clear, $0, $1)?.verdict == .same }
        for component in IdentityBlocks.components(count: clear.count, links: links) {
            for cluster in clustered(component.map { clear[$0] }) {
                // One by one: a member that its document names beside another stays outside alone.
                let places = cluster.sorted {
                    ($1.cell.places.count, $0.cell.places[0])
                        < ($0.cell.places.count, $1.cell.places[0])
                }.flatMap(\.cell.places)
                for place in places.dropFirst() { clusters.unite(places[0], place) }
            }
        }
    }

    /// The clusters of a component; all pairs of it are judged, also those that met in no block.
    private func clustered(_ members: [Member]) -> [[Member]] {
        var judgements: [CellJudgement] = []
        for first in members.indices {
            for second in members.indices.dropFirst(first + 1) {
                judged(members, first, second).map { judgements.append($0) }
            }
        }
        return ComponentClustering.clusters(count: members.count, judgements: judgements)
            .map { $0.map { members[$0] } }
    }

    /// What the judge thinks of two cells; nil where they are two.
    private func judged(_ members: [Member], _ first: Int, _ second: Int) -> CellJudgement? {
        let (one, other) = (members[first], members[second])
        let comparison = judge.compare(one.reading, other.reading)
        if comparison.isOpposed || one.cell.areNamedApart(other.cell) { return nil }
        return CellJudgement(
            first, second, comparison.verdict == .same ? .same : .unsure,
            weight: comparison.weight)
    }
}
