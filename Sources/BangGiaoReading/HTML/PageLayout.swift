import BangGiaoModel

/// Finds the article on a page: the element with the most running text, and what surrounds it.
///
/// - Note: The scores are those of Arc90's Readability: a paragraph counts whole for the element
///   that holds it, and half for the one around that.
struct PageLayout {
    /// What the page tells of a block.
    struct Role {
        var kind: Zone.Kind?
        var story: Int?
    }

    let page: Page
    /// The part of each element, with what it takes over from those around it.
    private(set) var parts: [PageCues.Part?]
    /// The blocks of the article.
    private(set) var story: Range<Int> = 0..<0
    /// The block of the headline.
    private(set) var title: Int?

    init(_ page: Page) {
        self.page = page
        parts = page.elements.map(\.part)
        dropWideMarks()
        inherit()
        findStory()
        findTitle()
    }

    /// Marks of parts outside the story say nothing where most of the text lies within them.
    private mutating func dropWideMarks() {
        let sums = paragraphSums { _ in true }
        let all = sums.last ?? 0
        for index in page.elements.indices where parts[index]?.isOutside == true {
            let blocks = page.elements[index].blocks
            if (sums[blocks.upperBound] - sums[blocks.lowerBound]) * 2 > all { parts[index] = nil }
        }
    }

    /// The bytes of running text before each block, counted where a block is asked for.
    private func paragraphSums(where isCounted: (Page.Block) -> Bool) -> [Int] {
        var sums = [0]
        sums.reserveCapacity(page.blocks.count + 1)
        for block in page.blocks {
            let isText = block.isParagraph && isCounted(block)
            sums.append(sums[sums.count - 1] + (isText ? block.bytes.count - block.linkBytes : 0))
        }
        return sums
    }

    private mutating func inherit() {
        for (index, element) in page.elements.enumerated() where element.parent >= 0 {
            guard let outer = parts[element.parent] else { continue }
            if outer.isOutside || parts[index] == nil { parts[index] = outer }
        }
    }

    private mutating func findStory() {
        var scores = [Int](repeating: 0, count: page.elements.count)
        for block in page.blocks where block.isParagraph && !isOutside(block) {
            var holder = block.element
            if Self.textTags.contains(page.elements[holder].tag) {
                holder = max(0, page.elements[holder].parent)
            }
            let bytes = block.bytes.count - block.linkBytes
            scores[holder] += 2 * bytes
            let outer = page.elements[holder].parent
            if outer >= 0 { scores[outer] += bytes }
        }
        guard let best = scores.max(), best > 0, var found = scores.firstIndex(of: best) else {
            return
        }
        let sums = paragraphSums { !isOutside($0) }
        // The text of one article may lie in several elements side by side.
        while page.elements[found].parent > 0 {
            let outer = page.elements[found].parent
            let (inner, around) = (page.elements[found].blocks, page.elements[outer].blocks)
            let own = sums[inner.upperBound] - sums[inner.lowerBound]
            let all = sums[around.upperBound] - sums[around.lowerBound]
            if (all - own) * 6 < own { break }
            found = outer
        }
        story = page.elements[found].blocks
    }

    private static let textTags: Set<String> = [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "figcaption", "dd",
        "dt", "span", "b", "strong", "em", "i", "a",
    ]

    private func isOutside(_ block: Page.Block) -> Bool { parts[block.element]?.isOutside == true }

    /// The headline: a heading that says what the page's head says, else the first heading.
    private mutating func findTitle() {
        let told = page.values.first { $0.part == .title }?.value ?? page.headTitle
        let wanted = told.map(Self.letters)
        var heading: Int?
        for (index, block) in page.blocks.enumerated() where index < max(story.upperBound, 1) {
            // Longer than any headline.
            if block.bytes.count > 400 { continue }
            let text = Self.letters(String(decoding: block.bytes, as: UTF8.self))
            if let wanted, text.count >= 8, wanted.hasPrefix(text) || text == wanted {
                title = index
                return
            }
            let isHeading = page.elements[block.element].part == .title
            if heading == nil, isHeading, !isOutside(block), text.count >= 8 { heading = index }
        }
        title = heading
    }

    private static func letters(_ text: String) -> String {
        TextNormalizer.normalize(Array(text.utf8))?.text.lowercased().filter {
            $0.isLetter || $0.isNumber
        } ?? ""
    }

    /// Returns what the page tells of each block; no kind where the lines must tell it.
    func roles() -> [Role] {
        var roles: [Role] = []
        var count = 0
        var isInStory = false
        for (index, block) in page.blocks.enumerated() {
            var role = Role(kind: kind(of: index, block))
            if role.kind == .related {
                let length = block.bytes.count
                // A teaser belongs to the headline before it.
                if block.isLink || !isInStory { count += 1 }
                if !block.isLink, length < 30, !isInStory {
                    role.kind = .boilerplate
                    count -= 1
                } else {
                    role.story = count - 1
                    isInStory = true
                }
            } else {
                isInStory = false
            }
            roles.append(role)
        }
        return roles
    }

    private func kind(of index: Int, _ block: Page.Block) -> Zone.Kind? {
        if index == title { return .title }
        let isLong = block.bytes.count >= 30
        let part = parts[block.element]
        switch part {
        case .boilerplate: return .boilerplate
        case .related: return isLong ? .related : .boilerplate
        default: break
        }
        let start = min(title ?? story.lowerBound, story.lowerBound)
        guard index >= start, index < story.upperBound || story.isEmpty else {
            let isHeadline = index >= story.upperBound && isLong
            return isHeadline && (block.isLink || hasLinkBefore(index)) ? .related : .boilerplate
        }
        if block.isLink { return isLong ? .related : .boilerplate }
        let isShort = block.bytes.count <= 120
        switch part {
        case .caption: return .caption
        case .lead where !isShort || index < story.lowerBound: return isLong ? .lead : nil
        case .byline where isShort: return .byline
        default: break
        }
        // Between headline and story: the lead and notes.
        if index < story.lowerBound, !block.isParagraph, part == nil, isLong { return .boilerplate }
        return nil
    }

    private func hasLinkBefore(_ index: Int) -> Bool {
        index > 0 && page.blocks[index - 1].isLink && page.blocks[index - 1].bytes.count >= 30
    }
}
