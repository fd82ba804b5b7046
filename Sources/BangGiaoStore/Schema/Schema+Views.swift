extension Schema {
    /// What anyone may ask with the `sqlite3` shell: documents, what they tell, and what is known of
    /// it together. The names and columns are kept from version to version.
    static let views = """
        CREATE VIEW document AS
        SELECT id, title, published, url, language, recorded, textHash, extractor, text
        FROM article WHERE removed IS NULL;

        CREATE VIEW author AS
        SELECT article.id AS document, item.value AS name
        FROM article JOIN json_each(article.authors) AS item WHERE removed IS NULL;

        CREATE VIEW zone AS
        SELECT article.id AS document, json_extract(item.value, '$[0]') AS kind,
            json_extract(item.value, '$[1]') AS startByte,
            json_extract(item.value, '$[2]') AS endByte,
            json_extract(item.value, '$[3]') AS story
        FROM article JOIN json_each(article.zones) AS item WHERE removed IS NULL;

        -- entity: as one document names it; known: the key of who it is across all.
        CREATE VIEW entity AS
        SELECT told.document || '#' || told.id AS id, document, told.kind, told.name, told.country,
            told.document || '#' || parent AS parent, cluster.key AS known
        FROM told JOIN cell ON cell.id = told.cell JOIN cluster ON cluster.label = cell.cluster;

        CREATE VIEW alias AS
        SELECT DISTINCT cluster.key AS entity, name.surface AS name
        FROM name JOIN cell ON cell.id = name.cell JOIN cluster ON cluster.label = cell.cluster;

        CREATE VIEW mention AS
        SELECT told.document, cluster.key AS entity,
            json_extract(item.value, '$[0]') AS startByte,
            json_extract(item.value, '$[1]') AS endByte,
            CAST(substr(CAST(article.text AS BLOB), json_extract(item.value, '$[0]') + 1,
                json_extract(item.value, '$[1]') - json_extract(item.value, '$[0]')) AS TEXT)
                AS surface
        FROM told JOIN json_each(told.mentions) AS item JOIN article ON article.id = told.document
        JOIN cell ON cell.id = told.cell JOIN cluster ON cluster.label = cell.cluster;

        CREATE VIEW person AS
        SELECT key AS id, name, country, documents FROM cluster WHERE kind = 'person';

        CREATE VIEW agency AS
        SELECT key AS id, name, country, documents FROM cluster WHERE kind = 'agency';

        CREATE VIEW country AS
        SELECT key AS id, name, country AS code, documents FROM cluster WHERE kind = 'country';

        -- What agency stands above an agency, by how many documents.
        CREATE VIEW parent AS
        SELECT child.key AS agency, above.key AS parent, count(*) AS documents
        FROM told JOIN cell ON cell.id = told.cell JOIN cluster AS child ON child.label = cell.cluster
        JOIN told AS upper ON upper.document = told.document AND upper.id = told.parent
        JOIN cell AS upperCell ON upperCell.id = upper.cell
        JOIN cluster AS above ON above.label = upperCell.cluster
        GROUP BY child.label, above.label;

        -- A report of an office: one row a document that tells of it.
        CREATE VIEW position AS
        SELECT p.document || '#' || p.id AS id, person.key AS person, person.name AS personName,
            p.title, body.key AS body, body.name AS bodyName, place.key AS accreditedTo, p.status,
            article.published AS reported, p.document
        FROM toldPosition AS p JOIN article ON article.id = p.document
        JOIN toldRole AS h ON (h.document, h.kind, h.fact, h.role)
            = (p.document, 'position', p.id, 'holder')
        JOIN cluster AS person ON person.label = h.cluster
        JOIN toldRole AS o ON (o.document, o.kind, o.fact, o.role)
            = (p.document, 'position', p.id, 'of')
        JOIN cluster AS body ON body.label = o.cluster
        LEFT JOIN toldRole AS t ON (t.document, t.kind, t.fact, t.role)
            = (p.document, 'position', p.id, 'accreditedTo')
        LEFT JOIN cluster AS place ON place.label = t.cluster;

        -- A report of a meeting; reports of one occasion share `occasion`.
        CREATE VIEW meeting AS
        SELECT m.document || '#' || m.id AS id, coalesce(occasion, m.document || '#' || m.id)
            AS occasion, m.kind, m.date, m.venue AS place, m.status, m.section, m.document,
            coalesce(independent, 1) AS independentSources
        FROM toldMeeting AS m JOIN article ON article.id = m.document AND article.removed IS NULL
        LEFT JOIN occasion AS o ON o.id = m.occasion;

        CREATE VIEW participant AS
        SELECT r.document || '#' || r.fact AS meeting, r.role,
            CASE role WHEN 'side' THEN side END AS side, cluster.key AS entity, cluster.name
        FROM toldRole AS r JOIN cluster ON cluster.label = r.cluster WHERE r.kind = 'meeting';

        CREATE VIEW agreement AS
        SELECT a.document || '#' || a.id AS id, coalesce(occasion, a.document || '#' || a.id)
            AS occasion, a.kind, a.title, a.date, a.status, a.section, a.document,
            a.document || '#' || a.meeting AS meeting, coalesce(independent, 1) AS independentSources
        FROM toldAgreement AS a JOIN article ON article.id = a.document AND article.removed IS NULL
        LEFT JOIN occasion AS o ON o.id = a.occasion;

        CREATE VIEW party AS
        SELECT r.document || '#' || r.fact AS agreement, r.role, cluster.key AS entity, cluster.name
        FROM toldRole AS r JOIN cluster ON cluster.label = r.cluster WHERE r.kind = 'agreement';

        CREATE VIEW evidence AS
        SELECT f.document || '#' || f.id AS fact, f.document, f.startByte, f.endByte,
            CAST(substr(CAST(article.text AS BLOB), f.startByte + 1, f.endByte - f.startByte) AS TEXT)
                AS quotation,
            f.rule, f.confidence
        FROM (SELECT document, id, startByte, endByte, rule, confidence FROM toldPosition
            UNION ALL
            SELECT document, id, startByte, endByte, rule, confidence FROM toldMeeting
            UNION ALL
            SELECT document, id, startByte, endByte, rule, confidence FROM toldAgreement) AS f
        JOIN article ON article.id = f.document AND article.removed IS NULL;

        -- Who is tied to whom by a report: first < second by key where the tie has no direction.
        CREATE VIEW edge AS
        SELECT min(one.key, other.key) AS first, max(one.key, other.key) AS second,
            'met' AS kind, coalesce(m.occasion, m.document || '#' || m.id) AS fact, m.date,
            count(DISTINCT m.document) AS documents, coalesce(o.independent, 1) AS independentSources
        FROM toldMeeting AS m
        JOIN toldRole AS a ON (a.document, a.kind, a.fact, a.role)
            = (m.document, 'meeting', m.id, 'side')
        JOIN toldRole AS b ON (b.document, b.kind, b.fact, b.role)
            = (m.document, 'meeting', m.id, 'side') AND a.side < b.side AND a.cluster <> b.cluster
        JOIN cluster AS one ON one.label = a.cluster JOIN cluster AS other ON other.label = b.cluster
        LEFT JOIN occasion AS o ON o.id = m.occasion
        GROUP BY 1, 2, 4
        UNION ALL
        SELECT min(one.key, other.key), max(one.key, other.key),
            CASE g.status WHEN 'signed' THEN 'signed_with' ELSE 'agreed_with' END,
            coalesce(g.occasion, g.document || '#' || g.id), g.date, count(DISTINCT g.document),
            coalesce(o.independent, 1)
        FROM toldAgreement AS g
        JOIN toldRole AS a ON (a.document, a.kind, a.fact, a.role)
            = (g.document, 'agreement', g.id, 'party')
        JOIN toldRole AS b ON (b.document, b.kind, b.fact, b.role)
            = (g.document, 'agreement', g.id, 'party') AND a.place < b.place
            AND a.cluster <> b.cluster
        JOIN cluster AS one ON one.label = a.cluster JOIN cluster AS other ON other.label = b.cluster
        LEFT JOIN occasion AS o ON o.id = g.occasion
        GROUP BY 1, 2, 4
        UNION ALL
        SELECT person, body, 'holds', min(id), NULL, count(DISTINCT document),
            count(DISTINCT document)
        FROM position GROUP BY person, body, title
        UNION ALL
        SELECT person, accreditedTo, 'accredited_to', min(id), NULL, count(DISTINCT document),
            count(DISTINCT document)
        FROM position WHERE accreditedTo IS NOT NULL GROUP BY person, accreditedTo, title
        UNION ALL
        SELECT agency, parent, 'part_of', agency || '>' || parent, NULL, documents, documents
        FROM parent WHERE agency <> parent;
        """
}
