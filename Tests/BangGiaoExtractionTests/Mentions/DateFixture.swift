import BangGiaoLexicon
import BangGiaoModel
import Foundation
import TestSupport

@testable import BangGiaoExtraction

/// Reads the dates of made-up texts with the table of dates alone: the other tables have no rows.
struct DateFixture {
    private static let headers = [
        "countries": "code\tname",
        "country-forms": "form\tcode\tkind\tlicence",
        "agencies": "form\tname\tcountry\tkind\tparent",
        "agency-heads": "head\tlevel\tkind\tbare",
        "portfolios": "portfolio\tministry",
        "titles": "form\ttitle\tof\tagency\thead",
        "honorifics": "form\tkind",
        "places": "form\tkind\tcountry",
        "surnames": "surname\tkind",
        "persons": "name\tcountry\tshort",
        "given-names": "name",
        "grammar-words": "form\tclass\tvalue",
        "meeting-cues": "form\tclass\tvalue",
        "agreement-cues": "form\tclass\tvalue",
        "confidence": "trait\tweight",
    ]

    /// Loaded once for all tests.
    private static let loaded = Result { try load() }

    let lexicon: Lexicon

    init() throws { lexicon = try Self.loaded.get() }

    private static func load() throws -> Lexicon {
        try withTemporaryFolder { folder in
            for (name, header) in headers {
                try Data(header.utf8).write(to: folder.appendingPathComponent(name + ".tsv"))
            }
            try FileManager.default.copyItem(
                at: Repository.lexicon.appendingPathComponent("date-words.tsv"),
                to: folder.appendingPathComponent("date-words.tsv"))
            return try Lexicon(directory: folder)
        }
    }

    /// A passage in a zone.
    struct Passage {
        var text: String
        var zone: Zone.Kind
        var story: Int?

        init(_ text: String, _ zone: Zone.Kind = .body, story: Int? = nil) {
            self.text = text
            self.zone = zone
            self.story = story
        }
    }

    /// A date found: the words and what they mean.
    struct Found: Equatable, CustomStringConvertible {
        var words: String
        var date: String?
        var basis: DateMention.Basis

        var description: String { "\(words) = \(date ?? "nil") (\(basis))" }
    }

    func dates(_ text: String, published: String? = nil) -> [Found] {
        dates([Passage(text)], published: published)
    }

    /// Returns the dates of passages, each a paragraph of its own.
    func dates(_ passages: [Passage], published: String? = nil) -> [Found] {
        let text = passages.map(\.text).joined(separator: "\n\n")
        var ends: [Int] = []
        for passage in passages { ends.append((ends.last ?? -2) + 2 + passage.text.utf8.count) }
        let tokens = Tokenizer().tokens(of: text)
        let splitter = SentenceSplitter(abbreviations: lexicon.abbreviations)
        let sentences = splitter.sentences(of: tokens).map { range in
            let start = Int(tokens[range.lowerBound].start)
            let passage = passages[ends.firstIndex { start < $0 } ?? 0]
            return Sentence(tokens: range, zone: passage.zone, story: passage.story)
        }
        let found = DateRecognizer(lexicon: lexicon).dates(
            tokens: tokens, lattice: Lattice(tokens: tokens, lexicon: lexicon),
            sentences: sentences, published: published.flatMap { PartialDate($0) })
        return found.map {
            let span = TextSpan(
                Int(tokens[$0.range.lowerBound].start), Int(tokens[$0.range.upperBound - 1].end))
            return Found(words: text[span], date: $0.date?.description, basis: $0.basis)
        }
    }
}
