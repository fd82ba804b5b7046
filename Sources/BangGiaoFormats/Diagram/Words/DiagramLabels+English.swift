import BangGiaoModel

extension DiagramLabels {
    /// English.
    public static let english = DiagramLabels(
        language: "en",
        meetings: [
            .talks: "Talks", .meeting: "Meeting", .courtesyCall: "Courtesy call",
            .consultation: "Consultation", .workingSession: "Working session", .visit: "Visit",
            .call: "Phone call", .session: "Session", .ceremony: "Ceremony", .other: "Activity",
        ],
        agreements: [
            .mou: "Memorandum", .treaty: "Treaty", .protocol: "Protocol",
            .programme: "Programme", .statement: "Joint statement", .contract: "Contract",
            .partnership: "Partnership", .consensus: "Consensus", .other: "Agreement",
        ],
        months: [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ],
        terms: [
            .agency: "agency", .person: "person", .country: "country",
            .meeting: "meeting, activity", .agreement: "agreement", .tookPart: "took part",
            .present: "was present", .party: "party to agreement", .signatory: "signed",
            .office: "office", .visited: "visited", .planned: "planned",
            .former: "former", .designate: "designate", .accredited: "–",
            .sources: "Sources", .documents: "articles", .told: "reported",
            .empty: "No meeting and no agreement.",
            .overviewTitle: "Who met whom: countries and international organisations",
            .overviewAid:
                "Number and width: meetings, agreements. Double line: with an agreement. Square corners: international organisation.",
            .overviewAgencyAid:
                "Number and width: meetings, agreements. Double line: with an agreement. Square corners: agency.",
            .others: "other countries and organisations", .otherPairs: "other pairs off the middle",
            .times: "times",
            .mapTitle: "Network of relations",
            .mapAid: "Named: three ties or more. Thick line: many times.",
            .timelineTitle: "Who met whom, in the order of time",
            .timelineAid: "From top to bottom: from earlier to later.", .undated: "undated",
            .networkTitle: "People, agencies, countries and their relations",
            .met: "met", .agreed: "agreed", .signed: "signed", .holds: "office",
            .accreditedTo: "accredited to", .partOf: "part of", .represents: "of",
        ])
}
