extension Schema {
    /// Tables of relations that somebody made, whole and row by row.
    ///
    /// `sheet`, `sheetNode` and `sheetRow` hold what was read. `sheetColumns` follows from them: the
    /// same rows as arrays that are read at one go, as a question about paths needs all of them.
    static let v3 = """
        -- number: of a version; removed: when the store unlearned it, as in article.
        CREATE TABLE sheet (
            number INTEGER PRIMARY KEY NOT NULL,
            id TEXT NOT NULL,
            nodesFile TEXT NOT NULL,
            nodesHash TEXT NOT NULL,
            rowsHash TEXT NOT NULL,
            recorded TEXT NOT NULL,
            removed TEXT
        ) STRICT;

        CREATE UNIQUE INDEX sheetStanding ON sheet (id) WHERE removed IS NULL;

        CREATE TABLE sheetNode (
            sheet INTEGER NOT NULL REFERENCES sheet ON DELETE CASCADE,
            place INTEGER NOT NULL,
            line INTEGER NOT NULL,
            id TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('person', 'agency', 'country')),
            name TEXT NOT NULL,
            country TEXT,
            unaccented TEXT NOT NULL,
            PRIMARY KEY (sheet, place)
        ) STRICT, WITHOUT ROWID;

        CREATE UNIQUE INDEX sheetNodeOfID ON sheetNode (id, sheet);
        CREATE INDEX sheetNodeOfName ON sheetNode (unaccented);
        CREATE INDEX sheetNodeOfKey ON sheetNode (sheet, id) WHERE instr(id, '#') > 0;

        CREATE TABLE sheetRow (
            sheet INTEGER NOT NULL REFERENCES sheet ON DELETE CASCADE,
            line INTEGER NOT NULL,
            source INTEGER NOT NULL,
            target INTEGER NOT NULL,
            type TEXT NOT NULL,
            date TEXT,
            PRIMARY KEY (sheet, line)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE sheetColumns (
            sheet INTEGER PRIMARY KEY NOT NULL REFERENCES sheet ON DELETE CASCADE,
            columns BLOB NOT NULL
        ) STRICT;

        -- What anyone may ask: the tables, whom they name, whom they relate.
        CREATE VIEW relationTable AS
        SELECT id, nodesFile, recorded, nodesHash, rowsHash FROM sheet WHERE removed IS NULL;

        CREATE VIEW relationNode AS
        SELECT sheet.id AS relationTable, line, n.id, kind, name, country
        FROM sheetNode AS n JOIN sheet ON sheet.number = n.sheet WHERE removed IS NULL;

        CREATE VIEW relation AS
        SELECT sheet.id || ':' || r.line AS id, sheet.id AS relationTable, r.line,
            one.id AS source, one.name AS sourceName, other.id AS target, other.name AS targetName,
            type, date
        FROM sheetRow AS r JOIN sheet ON sheet.number = r.sheet AND removed IS NULL
        JOIN sheetNode AS one ON (one.sheet, one.place) = (r.sheet, r.source)
        JOIN sheetNode AS other ON (other.sheet, other.place) = (r.sheet, r.target);
        """
}
