public import BangGiaoModel
import Foundation

/// Reads what ``FactsJSONWriter`` writes, and any other facts in that format.
///
/// Fields that the format doesn't know are skipped; the writer's own (`span`, `rule`, `confidence`,
/// `mentions`) may be missing: an evidence without a span has an empty one at 0.
public struct FactsJSONReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// Returns the facts of one JSON object.
    ///
    /// - Throws: ``FormatError`` at the first field that is not what it must be.
    /// - Complexity: O(length of the text).
    public func read(_ text: String) throws(FormatError) -> DocumentFacts {
        do {
            return try JSONDecoder().decode(FactsRecord.self, from: Data(text.utf8)).facts
        } catch let error as DecodingError {
            throw FormatError(error)
        } catch {
            throw FormatError(.notJSON)
        }
    }
}

extension FormatError {
    fileprivate init(_ error: DecodingError) {
        let path: [any CodingKey]
        switch error {
        case .keyNotFound(let key, let context): path = context.codingPath + [key]
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            path = context.codingPath
        case .dataCorrupted(let context): path = context.codingPath
        @unknown default: path = []
        }
        guard !path.isEmpty else {
            self.init(.notJSON)
            return
        }
        let names = path.map { $0.intValue.map(String.init) ?? $0.stringValue }
        self.init(.badField, field: names.joined(separator: "."))
    }
}

/// The published object as it lies in JSON, field by field.
private struct FactsRecord: Decodable {
    var document: HeaderRecord
    var entities: [EntityRecord]
    var positions: [PositionRecord]
    var meetings: [MeetingRecord]
    var agreements: [AgreementRecord]

    var facts: DocumentFacts {
        DocumentFacts(
            document: document.header, entities: entities.map(\.entity),
            positions: positions.map(\.position), meetings: meetings.map(\.meeting),
            agreements: agreements.map(\.agreement))
    }
}

private struct HeaderRecord: Decodable {
    var id: DocumentID
    var language: String?
    var title: String?
    var published: PartialDate?
    var url: String?
    var authors: [String]?

    var header: DocumentFacts.Header {
        DocumentFacts.Header(
            id: id, language: language ?? "vi", title: title, published: published, url: url,
            authors: authors ?? [])
    }
}

private struct EntityRecord: Decodable {
    var id: EntityID
    var type: Entity.Kind
    var name: String
    var code: CountryCode?
    var country: CountryCode?
    var parent: EntityID?
    var aliases: [String]
    var mentions: [SpanRecord]?

    var entity: Entity {
        Entity(
            id: id, kind: type, name: name, country: type == .country ? code : country,
            parent: parent, aliases: aliases, mentions: (mentions ?? []).map(\.span))
    }
}

/// `[first byte, one past the last]`.
private struct SpanRecord: Decodable {
    var span: TextSpan

    init(from decoder: any Decoder) throws {
        let bounds = try decoder.singleValueContainer().decode([Int].self)
        guard bounds.count == 2, 0 <= bounds[0], bounds[0] <= bounds[1] else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "no span"))
        }
        span = TextSpan(bounds[0], bounds[1])
    }
}

/// The fields that prove a fact; they stand beside the fact's own.
private struct EvidenceRecord: Decodable {
    var evidence: String
    var span: SpanRecord?
    var rule: String?
    var confidence: Double?

    var value: Evidence {
        Evidence(
            span: span?.span ?? TextSpan(0, 0), quotation: evidence, rule: rule ?? "",
            confidence: confidence ?? 1)
    }
}

private struct PositionRecord: Decodable {
    var position: Position

    private enum CodingKeys: String, CodingKey {
        case person
        case title
        case of
        case accreditedTo = "accredited_to"
        case status
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        position = Position(
            person: try fields.decode(EntityID.self, forKey: .person),
            title: try fields.decode(String.self, forKey: .title),
            of: try fields.decode(EntityID.self, forKey: .of),
            accreditedTo: try fields.decodeIfPresent(EntityID.self, forKey: .accreditedTo),
            status: try fields.decodeIfPresent(Position.Status.self, forKey: .status),
            evidence: try EvidenceRecord(from: decoder).value)
    }
}

private struct MeetingRecord: Decodable {
    var meeting: Meeting

    private enum CodingKeys: String, CodingKey {
        case id
        case type
        case sides
        case attendees
        case date
        case place
        case status
        case section
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        meeting = Meeting(
            id: try fields.decode(String.self, forKey: .id),
            kind: try fields.decode(Meeting.Kind.self, forKey: .type),
            sides: try fields.decode([[EntityID]].self, forKey: .sides),
            attendees: try fields.decodeIfPresent([EntityID].self, forKey: .attendees) ?? [],
            date: try fields.decodeIfPresent(PartialDate.self, forKey: .date),
            place: try fields.decodeIfPresent(String.self, forKey: .place),
            status: try fields.decodeIfPresent(Meeting.Status.self, forKey: .status) ?? .held,
            section: try fields.decodeIfPresent(Section.self, forKey: .section) ?? .body,
            evidence: try EvidenceRecord(from: decoder).value)
    }
}

private struct AgreementRecord: Decodable {
    var agreement: Agreement

    private enum CodingKeys: String, CodingKey {
        case id
        case type
        case parties
        case signatories
        case title
        case date
        case status
        case meeting
        case section
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        agreement = Agreement(
            id: try fields.decode(String.self, forKey: .id),
            kind: try fields.decode(Agreement.Kind.self, forKey: .type),
            parties: try fields.decode([EntityID].self, forKey: .parties),
            signatories: try fields.decodeIfPresent([EntityID].self, forKey: .signatories) ?? [],
            title: try fields.decodeIfPresent(String.self, forKey: .title),
            date: try fields.decodeIfPresent(PartialDate.self, forKey: .date),
            status: try fields.decode(Agreement.Status.self, forKey: .status),
            meeting: try fields.decodeIfPresent(String.self, forKey: .meeting),
            section: try fields.decodeIfPresent(Section.self, forKey: .section) ?? .body,
            evidence: try EvidenceRecord(from: decoder).value)
    }
}
