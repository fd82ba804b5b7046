extension Schema {
    /// Documents with all that they say. Rows of one document hang on it, so that deleting its row
    /// deletes what it said; `place` keeps the order of the document, from 0.
    static let v1 = """
        CREATE TABLE document (
            id TEXT PRIMARY KEY NOT NULL,
            textHash TEXT NOT NULL,
            extractor TEXT NOT NULL,
            language TEXT NOT NULL,
            title TEXT,
            published TEXT,
            url TEXT,
            text TEXT NOT NULL
        ) STRICT;

        CREATE TABLE author (
            document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
            place INTEGER NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (document, place)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE zone (
            document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
            place INTEGER NOT NULL,
            kind TEXT NOT NULL,
            startByte INTEGER NOT NULL,
            endByte INTEGER NOT NULL CHECK (startByte <= endByte),
            story INTEGER,
            PRIMARY KEY (document, place)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE entity (
            document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
            id TEXT NOT NULL,
            place INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('person', 'agency', 'country')),
            name TEXT NOT NULL,
            country TEXT,
            parent TEXT,
            PRIMARY KEY (document, id),
            FOREIGN KEY (document, parent) REFERENCES entity (document, id)
                ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE alias (
            document TEXT NOT NULL,
            entity TEXT NOT NULL,
            place INTEGER NOT NULL,
            surface TEXT NOT NULL,
            PRIMARY KEY (document, entity, place),
            FOREIGN KEY (document, entity) REFERENCES entity (document, id) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE mention (
            document TEXT NOT NULL,
            entity TEXT NOT NULL,
            place INTEGER NOT NULL,
            startByte INTEGER NOT NULL,
            endByte INTEGER NOT NULL CHECK (startByte <= endByte),
            PRIMARY KEY (document, entity, place),
            FOREIGN KEY (document, entity) REFERENCES entity (document, id) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE position (
            document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
            place INTEGER NOT NULL,
            person TEXT NOT NULL,
            title TEXT NOT NULL,
            body TEXT NOT NULL,
            accreditedTo TEXT,
            status TEXT CHECK (status IN ('former', 'designate')),
            PRIMARY KEY (document, place),
            FOREIGN KEY (document, person) REFERENCES entity (document, id) ON DELETE CASCADE,
            FOREIGN KEY (document, body) REFERENCES entity (document, id) ON DELETE CASCADE,
            FOREIGN KEY (document, accreditedTo) REFERENCES entity (document, id)
                ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE meeting (
            document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
            id TEXT NOT NULL,
            place INTEGER NOT NULL,
            kind TEXT NOT NULL,
            date TEXT,
            venue TEXT,
            status TEXT NOT NULL CHECK (status IN ('held', 'planned')),
            section TEXT NOT NULL CHECK (section IN ('body', 'related')),
            PRIMARY KEY (document, id)
        ) STRICT, WITHOUT ROWID;

        -- role 'side': of side number `side`, from 0; role 'attendee': of none, side is 0.
        CREATE TABLE participant (
            document TEXT NOT NULL,
            meeting TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('side', 'attendee')),
            side INTEGER NOT NULL,
            place INTEGER NOT NULL,
            entity TEXT NOT NULL,
            PRIMARY KEY (document, meeting, role, side, place),
            FOREIGN KEY (document, meeting) REFERENCES meeting (document, id) ON DELETE CASCADE,
            FOREIGN KEY (document, entity) REFERENCES entity (document, id) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE agreement (
            document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
            id TEXT NOT NULL,
            place INTEGER NOT NULL,
            kind TEXT NOT NULL,
            title TEXT,
            date TEXT,
            status TEXT NOT NULL CHECK (status IN ('signed', 'agreed', 'planned', 'existing')),
            meeting TEXT,
            section TEXT NOT NULL CHECK (section IN ('body', 'related')),
            PRIMARY KEY (document, id),
            FOREIGN KEY (document, meeting) REFERENCES meeting (document, id) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE party (
            document TEXT NOT NULL,
            agreement TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('party', 'signatory')),
            place INTEGER NOT NULL,
            entity TEXT NOT NULL,
            PRIMARY KEY (document, agreement, role, place),
            FOREIGN KEY (document, agreement) REFERENCES agreement (document, id)
                ON DELETE CASCADE,
            FOREIGN KEY (document, entity) REFERENCES entity (document, id) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        -- fact: the id of a meeting or an agreement, the place of a position.
        CREATE TABLE evidence (
            document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('position', 'meeting', 'agreement')),
            fact TEXT NOT NULL,
            startByte INTEGER NOT NULL,
            endByte INTEGER NOT NULL CHECK (startByte <= endByte),
            quotation TEXT NOT NULL,
            rule TEXT NOT NULL,
            confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
            PRIMARY KEY (document, kind, fact)
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER evidenceIsQuoted BEFORE INSERT ON evidence
        WHEN CAST(NEW.quotation AS BLOB) IS NOT substr(
            CAST((SELECT text FROM document WHERE id = NEW.document) AS BLOB),
            NEW.startByte + 1, NEW.endByte - NEW.startByte)
        BEGIN
            SELECT RAISE(ABORT, 'a quotation is not the text at its offsets');
        END;

        CREATE TRIGGER evidenceStays BEFORE UPDATE ON evidence
        BEGIN
            SELECT RAISE(ABORT, 'evidence is never changed, only deleted with its document');
        END;

        CREATE TRIGGER textStays BEFORE UPDATE OF text ON document
        BEGIN
            SELECT RAISE(ABORT, 'a text is never changed, only deleted with its document');
        END;
        """
}
