import BangGiaoModel

/// A profile with its names and offices taken apart, so that comparing it with many costs little.
public struct ProfileReading: Hashable, Sendable {
    /// What was read.
    public let profile: IdentityProfile
    /// The names of a person, the own name first.
    let names: [PersonName]
    /// The offices of a person, in a fixed order.
    let offices: [SeenOffice]
    /// The name of an agency.
    let body: BodyName?
    /// The keys of an agency's other names.
    let otherBodies: Set<String>
    /// The names of the agencies above an agency, nearest first.
    let above: [BodyName]

    init(_ profile: IdentityProfile, _ tables: IdentityTables) {
        self.profile = profile
        guard profile.kind == .person else {
            let body = tables.bodies.read(profile.name, country: profile.country)
            self.body = body
            names = []
            offices = []
            // "Chủ tịch Quốc hội" names a parliament, but is no name of it.
            otherBodies = Set(
                profile.aliases.map { tables.bodies.read($0, country: profile.country) }
                    .filter { $0.level != nil || $0.isKnown || $0.isAbbreviation }.map(\.key))
            above = (body.parents + profile.parents).map {
                tables.bodies.read($0, country: body.country)
            }
            return
        }
        names = ([profile.name] + profile.aliases.sorted { precedes($0, $1) }).map {
            PersonName($0, tables)
        }
        offices = profile.offices.map { SeenOffice($0, home: profile.country, tables) }
            .sorted { left, right in
                precedes(left.order, right.order)
            }
        body = nil
        otherBodies = []
        above = []
    }

    /// The sex that the profile or an honorific of a name tells.
    var sex: IdentityProfile.Sex? { profile.sex ?? names.lazy.compactMap(\.sex).first }
}

extension SeenOffice {
    /// A text by which offices are put in a fixed order.
    fileprivate var order: String {
        [
            title, body?.key ?? "", office.country?.rawValue ?? "",
            office.accreditedTo?.rawValue ?? "", office.status?.rawValue ?? "",
            office.days.sorted().map(\.description).joined(separator: " "),
        ].joined(separator: "\t")
    }
}
