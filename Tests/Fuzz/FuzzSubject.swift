import BangGiao
import Foundation
import TestSupport

/// Reader, extractor and writers, and what must hold of them whatever the input.
struct FuzzSubject {
    private let reader: DocumentReader
    private let extractor: Extractor

    init(lexicon: URL) throws {
        reader = try DocumentReader(lexicon: lexicon)
        extractor = Extractor(lexicon: try Lexicon(directory: lexicon))
    }

    /// What an input gave.
    struct Outcome {
        /// How many documents could be read.
        var documents = 0
        /// What is wrong; nothing where all is well.
        var faults: [String] = []
    }

    /// Reads an input, and looks at what it gives.
    ///
    /// - Parameter format: What the input is taken for; guessed where nil.
    func outcome(of bytes: [UInt8], format: DocumentFormat?) -> Outcome {
        var outcome = Outcome()
        for result in reader.documents(in: Input(bytes: bytes, name: "fuzz", format: format)) {
            switch result {
            case .success(let read):
                outcome.documents += 1
                outcome.faults += faults(of: read, bytes)
            case .failure(let error):
                if error.description.isEmpty { outcome.faults.append("an error without words") }
            }
        }
        return outcome
    }

    private func faults(of read: ReadDocument, _ bytes: [UInt8]) -> [String] {
        let document = read.document
        let facts = extractor.extract(document)
        var faults = TestSupport.faults(of: facts, in: document)
        if !document.text.precomposedStringWithCanonicalMapping.utf8
            .elementsEqual(document.text.utf8)
        {
            faults.append("the text is not in NFC")
        }
        if document.text.utf8.contains(0x0D) { faults.append("the text has a carriage return") }
        if let offsets = read.originalOffsets,
            offsets.original(document.text.utf8.count) > bytes.count
        {
            faults.append("an offset beyond the end of the input")
        }
        let json = json(facts)
        if json != self.json(extractor.extract(document)) { faults.append("not the same twice") }
        do {
            let back = try FactsJSONReader().read(String(decoding: json, as: UTF8.self))
            if self.json(back) != json { faults.append("the JSON reads back as something else") }
        } catch {
            faults.append("the JSON can't be read back: \(error)")
        }
        return faults
    }

    private func json(_ facts: DocumentFacts) -> [UInt8] {
        var bytes: [UInt8] = []
        FactsJSONWriter(layout: .line).write(facts, to: &bytes)
        return bytes
    }
}
