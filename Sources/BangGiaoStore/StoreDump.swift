import GRDB

extension KnowledgeStore {
    /// Hands on all that the store holds and knows, a JSON object a line, in the order of the lines'
    /// bytes.
    ///
    /// What depends on the order of work isn't in it: when something was recorded, which versions of
    /// documents stood before, which judgements were taken back, labels of clusters. So two stores
    /// with the same documents and judgements give the same lines, however they came to them.
    /// - Parameter sink: Called with each line, without its end.
    /// - Complexity: O(*n* log *n*) in the number of rows; sorts on the disk where they are many.
    public func dump(into sink: (String) throws -> Void) throws(StoreError) {
        try reading { database in
            let cursor = try String.fetchCursor(database, sql: Self.dumpQuery)
            while let line = try cursor.next() { try sink(line) }
        }
    }

    private static let dumpQuery = """
        SELECT json_object('type', 'document', 'id', id, 'title', title, 'published', published,
            'url', url, 'language', language, 'authors', json(authors), 'zones', json(zones),
            'textHash', textHash, 'extractor', extractor, 'text', text) AS line
        FROM article WHERE removed IS NULL
        UNION ALL
        SELECT json_object('type', 'entity', 'id', document || '#' || told.id, 'kind', told.kind,
            'name', told.name, 'country', told.country, 'parent', document || '#' || parent,
            'aliases', json(aliases), 'mentions', json(mentions), 'cell', cell.signature,
            'known', cluster.key)
        FROM told JOIN cell ON cell.id = told.cell JOIN cluster ON cluster.label = cell.cluster
        UNION ALL
        SELECT json_object('type', 'known', 'id', key, 'kind', kind, 'name', name,
            'country', country, 'documents', documents)
        FROM cluster
        UNION ALL
        SELECT json_object('type', 'cell', 'id', signature, 'members', members, 'first', firstKey)
        FROM cell
        UNION ALL
        SELECT json_object('type', 'pair', 'first', one.signature, 'second', two.signature,
            'verdict', verdict, 'weight', weight)
        FROM cellLink JOIN cell AS one ON one.id = cellLink.cell
        JOIN cell AS two ON two.id = cellLink.other WHERE cellLink.cell < cellLink.other
        UNION ALL
        SELECT json_object('type', 'apart', 'first', one.signature, 'second', two.signature,
            'documents', cellApart.documents)
        FROM cellApart JOIN cell AS one ON one.id = cellApart.cell
        JOIN cell AS two ON two.id = cellApart.other WHERE cellApart.cell < cellApart.other
        UNION ALL
        SELECT json_object('type', 'name', 'cell', signature, 'name', surface, 'isName', isName,
            'count', count)
        FROM name JOIN cell ON cell.id = name.cell
        UNION ALL
        SELECT json_object('type', 'position', 'id', p.document || '#' || p.id, 'place', place,
            'title', p.title, 'status', status, 'start', startByte, 'end', endByte, 'rule', rule,
            'confidence', confidence)
        FROM toldPosition AS p JOIN article ON article.id = document WHERE removed IS NULL
        UNION ALL
        SELECT json_object('type', 'meeting', 'id', m.document || '#' || m.id, 'place', place,
            'kind', kind, 'date', date, 'venue', venue, 'status', status, 'section', section,
            'start', startByte, 'end', endByte, 'rule', rule, 'confidence', confidence,
            'occasion', occasion)
        FROM toldMeeting AS m JOIN article ON article.id = document WHERE removed IS NULL
        UNION ALL
        SELECT json_object('type', 'agreement', 'id', g.document || '#' || g.id, 'place', place,
            'kind', kind, 'title', g.title, 'date', date, 'status', status,
            'meeting', document || '#' || meeting, 'section', section, 'start', startByte,
            'end', endByte, 'rule', rule, 'confidence', confidence, 'occasion', occasion)
        FROM toldAgreement AS g JOIN article ON article.id = document WHERE removed IS NULL
        UNION ALL
        SELECT json_object('type', 'role', 'kind', kind, 'fact', document || '#' || fact,
            'role', role, 'side', side, 'place', place, 'entity', document || '#' || entity,
            'day', day, 'block', block, 'known', (SELECT key FROM cluster WHERE label = toldRole.cluster))
        FROM toldRole JOIN article ON article.id = document WHERE removed IS NULL
        UNION ALL
        SELECT json_object('type', 'occasion', 'id', id, 'kind', kind, 'documents', documents,
            'independent', independent)
        FROM occasion
        UNION ALL
        SELECT json_object('type', 'judgement', 'verdict', verdict,
            'first', json_array(firstDocument, firstKind, firstName),
            'second', json_array(secondDocument, secondKind, secondName))
        FROM judgement WHERE revoked IS NULL
        UNION ALL
        SELECT json_object('type', 'table', 'id', id, 'nodesFile', nodesFile,
            'nodesHash', nodesHash, 'rowsHash', rowsHash)
        FROM sheet WHERE removed IS NULL
        UNION ALL
        SELECT json_object('type', 'tableNode', 'table', sheet.id, 'line', line, 'id', n.id,
            'kind', kind, 'name', name, 'country', country)
        FROM sheetNode AS n JOIN sheet ON sheet.number = n.sheet WHERE removed IS NULL
        UNION ALL
        SELECT json_object('type', 'tableRow', 'table', sheet.id, 'line', r.line,
            'source', one.id, 'target', other.id, 'kind', r.type, 'date', r.date)
        FROM sheetRow AS r JOIN sheet ON sheet.number = r.sheet AND removed IS NULL
        JOIN sheetNode AS one ON (one.sheet, one.place) = (r.sheet, r.source)
        JOIN sheetNode AS other ON (other.sheet, other.place) = (r.sheet, r.target)
        ORDER BY 1
        """
}
