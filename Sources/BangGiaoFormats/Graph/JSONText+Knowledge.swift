import BangGiaoKnowledge
import BangGiaoModel

extension JSONText {
    /// Writes what is known of a document.
    mutating func header(_ header: DocumentFacts.Header) {
        object { json in
            json.member("id", header.id.rawValue)
            json.member("language", header.language)
            json.member("title", header.title)
            json.member("published", header.published?.description)
            json.member("url", header.url)
            json.member("authors", header.authors)
        }
    }

    /// Writes an entity as a node.
    mutating func node(_ entity: KnownEntity) {
        object { json in
            json.member("id", entity.key.rawValue)
            json.identity(
                entity.kind, name: entity.name, parent: entity.parent?.rawValue,
                country: entity.country)
            json.member("aliases", entity.aliases)
            json.member("members", entity.members.lazy.map(\.rawValue))
        }
    }

    /// Writes the fields of a fact, without its evidence, as members of the object under way.
    mutating func members(of content: EdgeFact.Content, id: String) {
        switch content {
        case .meeting(let meeting): members(of: meeting)
        case .agreement(let agreement): members(of: agreement)
        case .position(let position): members(of: position)
        case .membership(let child, let parent):
            member("id", id)
            member("event", "membership")
            member("child", child.rawValue)
            member("parent", parent.rawValue)
        case .nationality(let entity, let country):
            member("id", id)
            member("event", "nationality")
            member("entity", entity.rawValue)
            member("country", country.rawValue)
        }
    }

    private mutating func members(of meeting: KnownMeeting) {
        member("id", meeting.id)
        member("event", "meeting")
        member("type", meeting.kind.rawValue)
        name("sides")
        array { json in
            for side in meeting.sides {
                json.array { json in for key in side { json.string(key.rawValue) } }
            }
        }
        member("attendees", meeting.attendees.lazy.map(\.rawValue))
        member("date", meeting.date?.description)
        member("place", meeting.place)
        member("status", meeting.status.rawValue)
        member("section", meeting.section.rawValue)
    }

    private mutating func members(of agreement: KnownAgreement) {
        member("id", agreement.id)
        member("event", "agreement")
        member("type", agreement.kind.rawValue)
        member("parties", agreement.parties.lazy.map(\.rawValue))
        member("signatories", agreement.signatories.lazy.map(\.rawValue))
        member("title", agreement.title)
        member("date", agreement.date?.description)
        member("status", agreement.status.rawValue)
        member("meeting", agreement.meeting)
        member("section", agreement.section.rawValue)
    }

    private mutating func members(of position: KnownPosition) {
        member("id", position.id)
        member("event", "position")
        member("person", position.person.rawValue)
        member("title", position.title)
        member("of", position.of.rawValue)
        if let place = position.accreditedTo { member("accredited_to", place.rawValue) }
        if let status = position.status { member("status", status.rawValue) }
        member("seen", position.seen.lazy.map(\.description))
    }
}
