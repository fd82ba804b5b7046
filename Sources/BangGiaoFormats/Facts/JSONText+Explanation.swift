import BangGiaoModel

extension JSONText {
    /// Writes how facts were read: `readings`, one a fact, and `omissions`, one a word without one.
    ///
    /// - Parameter isSpaced: Whether each stands on a line of its own.
    mutating func explanation(_ explanation: Explanation, isSpaced: Bool) {
        object { json in
            if isSpaced { json.nextLine(indent: 4) }
            json.name("readings")
            json.list(explanation.readings, isSpaced: isSpaced) { $0.reading($1) }
            if isSpaced { json.nextLine(indent: 4) }
            json.name("omissions")
            json.list(explanation.omissions, isSpaced: isSpaced) { $0.omission($1) }
            if isSpaced { json.newLine(indent: 2) }
        }
    }

    private mutating func list<Element>(
        _ elements: [Element], isSpaced: Bool, _ body: (inout JSONText, Element) -> Void
    ) {
        if isSpaced {
            lines(elements, indent: 6, body)
        } else {
            array { json in for element in elements { body(&json, element) } }
        }
    }

    private mutating func reading(_ reading: FactReading) {
        object { json in
            switch reading.fact {
            case .position(let index): json.fact("position", index)
            case .meeting(let index): json.fact("meeting", index)
            case .agreement(let index): json.fact("agreement", index)
            }
            json.member("rule", reading.rule)
            json.name("triggers")
            json.array { json in for trigger in reading.triggers { json.span(trigger) } }
            json.name("entries")
            json.array { json in for entry in reading.entries { json.entry(entry) } }
            json.member("traits", reading.traits)
        }
    }

    /// Writes the index of a fact among those of its kind, from 0.
    private mutating func fact(_ kind: StaticString, _ index: Int) {
        name(kind)
        number(index)
    }

    private mutating func omission(_ omission: Omission) {
        object { json in
            json.member("kind", omission.kind.rawValue)
            json.member("reason", omission.reason.rawValue)
            json.name("trigger")
            json.span(omission.trigger)
            json.name("sentence")
            json.span(omission.sentence)
            json.name("entry")
            json.entry(omission.entry)
        }
    }

    private mutating func entry(_ entry: LexiconEntry) {
        object { json in
            json.member("table", entry.table)
            json.member("form", entry.form)
            json.member("meaning", entry.meaning)
        }
    }
}
