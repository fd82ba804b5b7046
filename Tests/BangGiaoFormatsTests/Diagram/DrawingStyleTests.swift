import BangGiaoDrawing
import BangGiaoKnowledge
import BangGiaoModel
import Foundation
import TestSupport
import Testing

@testable import BangGiaoFormats

struct DrawingStyleTests {
    private static let cases = DrawingStyle.allCases.flatMap { style in
        DiagramStory.all.indices.map { (style, $0) }
    }

    private func draw(
        _ style: DrawingStyle, _ index: Int, _ options: DiagramOptions = DiagramOptions()
    ) throws -> DiagramText {
        try Diagram.drawing(of: DiagramStory.all[index].base, style: style, options: options)
    }

    // MARK: - What each object stands for

    @Test(arguments: cases)
    func everyLineJoinsWhatIsDrawnAndIsProven(style: DrawingStyle, index: Int) throws {
        let text = try draw(style, index)
        #expect(text.style == style)
        let lines = text.notes.filter { $0.value.role == .relation }
        #expect(!lines.isEmpty)
        for (id, note) in lines {
            #expect(note.ends.count == 2, "\(id)")
            #expect(note.ends.allSatisfy { text.notes[$0] != nil }, "\(id)")
            #expect(!note.entities.isEmpty && !note.facts.isEmpty, "\(id)")
            // Being part of something follows from what an agency is, and may have no passage.
            let needsProof = note.attributes["kind"] != EdgeKind.partOf.name
            #expect(!note.citations.isEmpty || !needsProof, "\(id)")
        }
        for note in text.notes.values {
            #expect(note.citations.count == Set(note.citations).count)
            if let first = note.citations.first {
                #expect(note.title.contains("“\(first.quotation)”"))
            }
        }
    }

    @Test(arguments: cases)
    func footnotesAreNumberedFromOneWithoutGaps(style: DrawingStyle, index: Int) throws {
        let text = try draw(style, index)
        let numbers = text.order.compactMap { text.notes[$0]?.number }
        #expect(numbers == Array(1..<(numbers.count + 1)))
        #expect(text.order.count == text.notes.count)
    }

    @Test(arguments: DrawingStyle.allCases)
    func numbersAreShownWhereAskedFor(style: DrawingStyle) throws {
        #expect(!(try draw(style, 0).dot.contains("[1]")))
        let text = try draw(style, 0, DiagramOptions(showsNumbers: true))
        let count = text.notes.values.compactMap(\.number).count
        for number in 1...count { #expect(text.dot.contains("[\(number)]")) }
    }

    @Test(arguments: cases)
    func orderOfTheInputIsNothing(style: DrawingStyle, index: Int) throws {
        let first = try draw(style, index)
        for seed in 0..<4 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let base = DiagramStory.all[index].shuffled(using: &random)
            #expect(try Diagram.drawing(of: base, style: style) == first)
        }
    }

    // MARK: - Languages

    @Test(arguments: DrawingLanguage.allCases)
    func everyWordIsThere(language: DrawingLanguage) {
        let labels = language.labels
        #expect(labels.language == language.rawValue)
        #expect(Set(labels.meetings.keys) == Set(Meeting.Kind.allCases))
        #expect(Set(labels.agreements.keys) == Set(Agreement.Kind.allCases))
        #expect(Set(labels.terms.keys) == Set(DiagramLabels.Term.allCases))
        let words =
            Array(labels.meetings.values) + Array(labels.agreements.values)
            + Array(labels.terms.values) + labels.months
        #expect(words.allSatisfy { !$0.isEmpty })
    }

    @Test(arguments: [
        ("2025-12-15", "15/12/2025", "15 Dec 2025"), ("2017-12", "12/2017", "Dec 2017"),
        ("2021", "2021", "2021"), ("2017-04-02/2017-04-05", "2–5/4/2017", "2–5 Apr 2017"),
        ("2017-04-28/2017-05-02", "28/4–2/5/2017", "28 Apr–2 May 2017"),
        ("2017-12-30/2018-01-02", "30/12/2017–2/1/2018", "30 Dec 2017–2 Jan 2018"),
    ])
    func datesAreWrittenInTheMannerOfTheLanguage(iso: String, vi: String, en: String) throws {
        let date = try #require(PartialDate(iso))
        #expect(DiagramLabels.vietnamese.date(date) == vi)
        #expect(DiagramLabels.english.date(date) == en)
    }

    @Test(arguments: DrawingStyle.allCases)
    func namesStayAndTypesAreTranslated(style: DrawingStyle) throws {
        let text = try draw(style, 0, DiagramOptions(labels: .english))
        #expect(text.language == "en")
        let shown = text.dot.replacing("&#160;", with: " ")
        for word in ["cuộc gặp", "thỏa thuận", "Nguồn", "bài báo", "tham gia", "gặp ·"] {
            #expect(!shown.contains(word), "\(word)")
        }
        #expect(shown.contains("Lào"))
    }

    // MARK: - Colours

    @Test(arguments: DrawingStyle.allCases)
    func eachThemeUsesItsOwnColoursOnly(style: DrawingStyle) throws {
        func colors(_ theme: DrawingTheme) throws -> Set<String> {
            let dot = try draw(style, 0, DiagramOptions(theme: theme)).dot
            return Set(dot.matches(of: /#[0-9a-fA-F]{6}\b/).map { String($0.output).lowercased() })
        }
        #expect(try colors(.light).isSubset(of: DiagramPalette.light.all))
        #expect(try colors(.dark).isSubset(of: DiagramPalette.dark.all))
        #expect(try colors(.print).isSubset(of: DiagramPalette.print.all))
        #expect(try colors(.auto) == colors(.light))
        // Black ink has no colour.
        #expect(DiagramPalette.print.all.allSatisfy { Self.isGrey($0) })
    }

    @Test(arguments: [DiagramPalette.light, .dark, .print])
    func textAndLinesStandOut(palette: DiagramPalette) {
        let grounds = [
            palette.paper, palette.head, palette.frameFill, palette.meetingFill,
            palette.agreementFill,
        ]
        for ground in grounds {
            #expect(Self.contrast(palette.ink, ground) >= 7)
            #expect(Self.contrast(palette.smallInk, ground) >= 5)
        }
        #expect(Self.contrast(palette.countryInk, palette.country) >= 7)
        let lines = [
            palette.border, palette.meeting, palette.agreement, palette.office, palette.country,
        ]
        for line in lines { #expect(Self.contrast(line, palette.paper) >= 3.4, "\(line)") }
        #expect(Self.contrast(palette.faint, palette.paper) >= 3)
    }

    /// The contrast of WCAG 2.2, from 1 to 21.
    private static func contrast(_ one: String, _ other: String) -> Double {
        let values = [luminance(one), luminance(other)].sorted()
        return (values[1] + 0.05) / (values[0] + 0.05)
    }

    private static func luminance(_ color: String) -> Double {
        let parts = components(color).map { part -> Double in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private static func isGrey(_ color: String) -> Bool { Set(components(color)).count == 1 }

    private static func components(_ color: String) -> [Int] {
        let number = Int(color.dropFirst(), radix: 16) ?? 0
        return [number >> 16, number >> 8 & 255, number & 255]
    }
}

extension DiagramPalette {
    fileprivate var all: Set<String> {
        Set(Mirror(reflecting: self).children.compactMap { $0.value as? String })
    }
}
