extension Schema {
    /// What documents tell, and all that follows from it, in tables of its own each.
    ///
    /// `article` and the `told` tables hold what was read; `cell` to `occasion` follow from them and
    /// from `judgement`, and can be made again at any time. Lists that nobody searches by (zones,
    /// aliases, mentions) are JSON; the views make rows of them. Evidence is kept as offsets, so that
    /// a quotation can't be anything but the text at them.
    static let v2 = tables + conversion + "\n" + views

    private static let tables = """
        -- id: the document's; of a version that was removed or replaced the document's, the
        -- character U+001F and a number. recorded, removed: when this store learned and unlearned it.
        CREATE TABLE article (
            id TEXT PRIMARY KEY NOT NULL,
            fingerprint TEXT NOT NULL,
            textHash TEXT NOT NULL,
            extractor TEXT NOT NULL,
            recorded TEXT NOT NULL,
            removed TEXT,
            language TEXT NOT NULL,
            title TEXT,
            published TEXT,
            url TEXT,
            authors TEXT NOT NULL,
            zones TEXT NOT NULL,
            sketch BLOB NOT NULL,
            text TEXT NOT NULL
        ) STRICT;

        CREATE INDEX articleRemoved ON article (removed) WHERE removed IS NOT NULL;

        -- cell: null in removed versions, which take part in nothing that is derived.
        CREATE TABLE told (
            document TEXT NOT NULL REFERENCES article ON DELETE CASCADE,
            id TEXT NOT NULL,
            place INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('person', 'agency', 'country')),
            name TEXT NOT NULL,
            country TEXT,
            parent TEXT,
            aliases TEXT NOT NULL,
            mentions TEXT NOT NULL,
            cell INTEGER,
            PRIMARY KEY (document, id)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX toldInCell ON told (cell) WHERE cell IS NOT NULL;

        CREATE TABLE toldPosition (
            document TEXT NOT NULL REFERENCES article ON DELETE CASCADE,
            id TEXT NOT NULL,
            place INTEGER NOT NULL,
            title TEXT NOT NULL,
            status TEXT CHECK (status IN ('former', 'designate')),
            startByte INTEGER NOT NULL,
            endByte INTEGER NOT NULL CHECK (0 <= startByte AND startByte <= endByte),
            rule TEXT NOT NULL,
            confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
            PRIMARY KEY (document, id)
        ) STRICT, WITHOUT ROWID;

        -- occasion: the smallest id among the reports of one occasion; null where it has one report.
        CREATE TABLE toldMeeting (
            document TEXT NOT NULL REFERENCES article ON DELETE CASCADE,
            id TEXT NOT NULL,
            place INTEGER NOT NULL,
            kind TEXT NOT NULL,
            date TEXT,
            venue TEXT,
            status TEXT NOT NULL CHECK (status IN ('held', 'planned')),
            section TEXT NOT NULL CHECK (section IN ('body', 'related')),
            startByte INTEGER NOT NULL,
            endByte INTEGER NOT NULL CHECK (0 <= startByte AND startByte <= endByte),
            rule TEXT NOT NULL,
            confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
            occasion TEXT,
            PRIMARY KEY (document, id)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX meetingOfOccasion ON toldMeeting (occasion) WHERE occasion IS NOT NULL;

        CREATE TABLE toldAgreement (
            document TEXT NOT NULL REFERENCES article ON DELETE CASCADE,
            id TEXT NOT NULL,
            place INTEGER NOT NULL,
            kind TEXT NOT NULL,
            title TEXT,
            date TEXT,
            status TEXT NOT NULL CHECK (status IN ('signed', 'agreed', 'planned', 'existing')),
            meeting TEXT,
            section TEXT NOT NULL CHECK (section IN ('body', 'related')),
            startByte INTEGER NOT NULL,
            endByte INTEGER NOT NULL CHECK (0 <= startByte AND startByte <= endByte),
            rule TEXT NOT NULL,
            confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
            occasion TEXT,
            PRIMARY KEY (document, id)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX agreementOfOccasion ON toldAgreement (occasion) WHERE occasion IS NOT NULL;

        -- Who takes part in what. cluster, day, block: copies that make searching quick.
        CREATE TABLE toldRole (
            document TEXT NOT NULL REFERENCES article ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('position', 'meeting', 'agreement')),
            fact TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('holder', 'of', 'accreditedTo', 'side', 'attendee',
                'party', 'signatory')),
            side INTEGER NOT NULL,
            place INTEGER NOT NULL,
            entity TEXT NOT NULL,
            day INTEGER NOT NULL,
            block INTEGER,
            cluster INTEGER,
            PRIMARY KEY (document, kind, fact, role, side, place),
            FOREIGN KEY (document, entity) REFERENCES told (document, id) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX roleOfCluster ON toldRole (cluster, kind, day) WHERE cluster IS NOT NULL;
        CREATE INDEX roleInBlock ON toldRole (block, cluster) WHERE block IS NOT NULL;

        -- What nothing tells apart: members are entities of single documents.
        CREATE TABLE cell (
            id INTEGER PRIMARY KEY NOT NULL,
            signature TEXT NOT NULL,
            kind TEXT NOT NULL,
            country TEXT,
            members INTEGER NOT NULL,
            firstKey TEXT NOT NULL,
            cluster INTEGER NOT NULL
        ) STRICT;

        CREATE INDEX cellOfCluster ON cell (cluster);

        CREATE TABLE cellKey (
            key INTEGER NOT NULL,
            cell INTEGER NOT NULL,
            isOpen INTEGER NOT NULL CHECK (isOpen IN (0, 1)),
            PRIMARY KEY (key, cell)
        ) STRICT, WITHOUT ROWID;

        -- The tables of words by which cells were compared.
        CREATE TABLE judge (
            tables TEXT NOT NULL
        ) STRICT;

        -- Each pair in both directions.
        CREATE TABLE cellLink (
            cell INTEGER NOT NULL,
            other INTEGER NOT NULL,
            verdict TEXT NOT NULL CHECK (verdict IN ('same', 'unsure')),
            weight INTEGER NOT NULL,
            PRIMARY KEY (cell, other)
        ) STRICT, WITHOUT ROWID;

        -- Pairs that stand side by side in so many documents; each in both directions.
        CREATE TABLE cellApart (
            cell INTEGER NOT NULL,
            other INTEGER NOT NULL,
            documents INTEGER NOT NULL,
            PRIMARY KEY (cell, other)
        ) STRICT, WITHOUT ROWID;

        -- Every form in which documents write a name, and how often.
        CREATE TABLE name (
            unaccented TEXT NOT NULL,
            surface TEXT NOT NULL,
            cell INTEGER NOT NULL,
            isName INTEGER NOT NULL CHECK (isName IN (0, 1)),
            count INTEGER NOT NULL,
            PRIMARY KEY (unaccented, surface, cell, isName)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX nameOfCell ON name (cell);

        -- Who is one in the world. label: a number within this store; key: what users see.
        CREATE TABLE cluster (
            label INTEGER PRIMARY KEY NOT NULL,
            kind TEXT NOT NULL,
            key TEXT NOT NULL,
            name TEXT NOT NULL,
            country TEXT,
            documents INTEGER NOT NULL
        ) STRICT;

        CREATE INDEX clusterOfKey ON cluster (key);

        -- Occasions that several documents report; independent: reprints counted once.
        CREATE TABLE occasion (
            id TEXT PRIMARY KEY NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('meeting', 'agreement')),
            documents INTEGER NOT NULL,
            independent INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- A person's decisions; one taken back stays, with when. An entity is named by what its
        -- document says of it, so that reading the document again can't make it another one.
        CREATE TABLE judgement (
            number INTEGER PRIMARY KEY NOT NULL,
            verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'unsure')),
            judge TEXT NOT NULL CHECK (judge IN ('person', 'rule')),
            firstDocument TEXT NOT NULL,
            firstKind TEXT NOT NULL,
            firstName TEXT NOT NULL,
            firstEntity TEXT NOT NULL,
            secondDocument TEXT NOT NULL,
            secondKind TEXT NOT NULL,
            secondName TEXT NOT NULL,
            secondEntity TEXT NOT NULL,
            made TEXT NOT NULL,
            revoked TEXT
        ) STRICT;

        -- Each time something was added or removed: by which version with which tables of words.
        CREATE TABLE run (
            number INTEGER PRIMARY KEY NOT NULL,
            command TEXT NOT NULL,
            extractor TEXT NOT NULL,
            started TEXT NOT NULL
        ) STRICT;

        CREATE TRIGGER toldPositionIsInText BEFORE INSERT ON toldPosition
        WHEN NEW.endByte > (SELECT length(CAST(text AS BLOB)) FROM article WHERE id = NEW.document)
        BEGIN SELECT RAISE(ABORT, 'evidence must lie in the text'); END;

        CREATE TRIGGER toldMeetingIsInText BEFORE INSERT ON toldMeeting
        WHEN NEW.endByte > (SELECT length(CAST(text AS BLOB)) FROM article WHERE id = NEW.document)
        BEGIN SELECT RAISE(ABORT, 'evidence must lie in the text'); END;

        CREATE TRIGGER toldAgreementIsInText BEFORE INSERT ON toldAgreement
        WHEN NEW.endByte > (SELECT length(CAST(text AS BLOB)) FROM article WHERE id = NEW.document)
        BEGIN SELECT RAISE(ABORT, 'evidence must lie in the text'); END;

        CREATE TRIGGER positionEvidenceStays BEFORE UPDATE OF startByte, endByte ON toldPosition
        BEGIN SELECT RAISE(ABORT, 'evidence is never changed, only deleted'); END;

        CREATE TRIGGER meetingEvidenceStays BEFORE UPDATE OF startByte, endByte ON toldMeeting
        BEGIN SELECT RAISE(ABORT, 'evidence is never changed, only deleted'); END;

        CREATE TRIGGER agreementEvidenceStays BEFORE UPDATE OF startByte, endByte ON toldAgreement
        BEGIN SELECT RAISE(ABORT, 'evidence is never changed, only deleted'); END;

        CREATE TRIGGER textStaysWhole BEFORE UPDATE OF text ON article
        BEGIN SELECT RAISE(ABORT, 'a text is never changed, only deleted with its document'); END;

        """

    /// Takes over what version 1 holds. What is derived is made afterwards.
    private static let conversion = """
        INSERT INTO article
        SELECT id, '', textHash, extractor, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL, language,
            title, published, url,
            (SELECT json_group_array(name) FROM (
                SELECT name FROM author WHERE document = d.id ORDER BY place)),
            (SELECT json_group_array(json_array(kind, startByte, endByte, story)) FROM (
                SELECT * FROM zone WHERE document = d.id ORDER BY place)),
            x'', text
        FROM document AS d ORDER BY id;

        INSERT INTO told
        SELECT document, id, place, kind, name, country, parent,
            (SELECT json_group_array(surface) FROM (
                SELECT surface FROM alias WHERE document = e.document AND entity = e.id
                ORDER BY place)),
            (SELECT json_group_array(json_array(startByte, endByte)) FROM (
                SELECT * FROM mention WHERE document = e.document AND entity = e.id
                ORDER BY place)),
            NULL
        FROM entity AS e;

        INSERT INTO toldPosition
        SELECT p.document, 'o' || (place + 1), place, title, status, startByte, endByte, rule,
            confidence
        FROM position AS p JOIN evidence AS e
            ON e.document = p.document AND e.kind = 'position' AND e.fact = CAST(place AS TEXT);

        INSERT INTO toldMeeting
        SELECT m.document, id, place, m.kind, date, venue, status, section, startByte, endByte, rule,
            confidence, NULL
        FROM meeting AS m JOIN evidence AS e
            ON e.document = m.document AND e.kind = 'meeting' AND e.fact = m.id;

        INSERT INTO toldAgreement
        SELECT a.document, id, place, a.kind, title, date, status, meeting, section, startByte,
            endByte, rule, confidence, NULL
        FROM agreement AS a JOIN evidence AS e
            ON e.document = a.document AND e.kind = 'agreement' AND e.fact = a.id;

        INSERT INTO toldRole
        SELECT document, 'position', 'o' || (place + 1), 'holder', 0, 0, person, 0, NULL, NULL
        FROM position;
        INSERT INTO toldRole
        SELECT document, 'position', 'o' || (place + 1), 'of', 0, 0, body, 0, NULL, NULL
        FROM position;
        INSERT INTO toldRole
        SELECT document, 'position', 'o' || (place + 1), 'accreditedTo', 0, 0, accreditedTo, 0, NULL,
            NULL
        FROM position WHERE accreditedTo IS NOT NULL;
        INSERT INTO toldRole
        SELECT document, 'meeting', meeting, role, side, place, entity, 0, NULL, NULL
        FROM participant;
        INSERT INTO toldRole
        SELECT document, 'agreement', agreement, role, 0, place, entity, 0, NULL, NULL FROM party;

        DROP TABLE evidence;
        DROP TABLE party;
        DROP TABLE agreement;
        DROP TABLE participant;
        DROP TABLE meeting;
        DROP TABLE position;
        DROP TABLE mention;
        DROP TABLE alias;
        DROP TABLE entity;
        DROP TABLE zone;
        DROP TABLE author;
        DROP TABLE document;
        """
}
