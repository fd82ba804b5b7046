import BangGiaoModel

/// Envoys to an international body who speak at its session.
extension MeetingTable {
    /// Seats them at the only session of the body, or of a part of it, of which the story tells.
    mutating func seatEnvoys() {
        convene()
        for (body, index) in sessions() {
            for (sentence, envoy, state) in speakers(in: occasions[index].story)
            where isPosted(envoy, to: body) && sentence >= occasions[index].first
                && !occasions[index].members.contains(envoy)
                && !occasions[index].members.contains(state)
            {
                occasions[index].sides.append([envoy])
            }
        }
    }

    /// Makes a session that only a noun tells of: "tại phiên họp khẩn của Hội đồng Bảo an", where
    /// envoys to the body speak behind it.
    private mutating func convene() {
        let held = Set(occasions.filter { $0.kind == .session }.flatMap(\.name.members))
        for noun in references
        where noun.kind == .session && noun.tense != .planned
            && sentences[noun.sentence].section == .body
        {
            guard let body = namedBody(noun), !held.contains(body),
                !occasions.contains(where: { $0.name.members == [body] })
            else { continue }
            let seated = speakers(in: sentences[noun.sentence].story).filter {
                $0.sentence >= noun.sentence && isPosted($0.envoy, to: body)
            }
            guard !seated.isEmpty else { continue }
            var made = occasion(noun, [[body]] + seated.map { [$0.envoy] })
            made.form = .gathering
            made.name.members = [body]
            occasions.append(made)
        }
    }

    /// The bodies of which the story tells one session only, with that session.
    private func sessions() -> [(body: Int, index: Int)] {
        var found: [Int: [Int]] = [:]
        for index in occasions.indices
        where occasions[index].kind == .session && occasions[index].form == .gathering
            && occasions[index].section == .body && occasions[index].tense != .planned
        {
            for body in occasions[index].name.members
            where sides.entities[body].isInternational {
                found[body, default: []].append(index)
            }
        }
        return found.filter { $0.value.count == 1 }.map { ($0.key, $0.value[0]) }
            .sorted { $0.0 < $1.0 }
    }

    /// The envoys who speak, with their sentences and states.
    private func speakers(in story: Int?) -> [(sentence: Int, envoy: Int, state: Int)] {
        var result: [(Int, Int, Int)] = []
        for (number, sentence) in sentences.enumerated() where sentence.story == story {
            for index in sentence.pieces.indices.dropLast()
            where sentence.pieces[index].isMention && sentence.pieces[index + 1].isSpeech {
                let entity = document.annotated.mentions[sentence.pieces[index].index].entity
                guard entity >= 0, sides.kind(entity) == .person,
                    let state = sides.country(entity).flatMap({ document.countryEntity[$0] }),
                    !result.contains(where: { $0.1 == entity })
                else { continue }
                result.append((number, entity, state))
            }
        }
        return result
    }

    /// Whether somebody is an envoy to a body or to what it is a part of.
    private func isPosted(_ envoy: Int, to body: Int) -> Bool {
        document.positions.contains {
            $0.person == envoy && $0.holding == .envoy && $0.status == nil
                && ($0.accreditedTo == body || $0.accreditedTo == sides.entities[body].parent)
                && $0.accreditedTo != nil
        }
    }
}
