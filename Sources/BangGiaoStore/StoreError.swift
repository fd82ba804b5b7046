/// Why a store can't be opened, read or written.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of trouble.
    public enum Code: String, Hashable, Sendable {
        /// No file, and none was to be made.
        case missing
        /// A file that is no SQLite database.
        case notADatabase
        /// A database of another program.
        case foreign
        /// A store written by a later version.
        case newerSchema
        /// A database whose pages or rows contradict each other.
        case damaged
        /// A file or folder that may not be written.
        case readOnly
        /// Another process held the store too long.
        case busy
        /// No room on the disk, or a quota used up.
        case full
        /// A file that can't be opened or read for another reason.
        case unreadable
        /// Facts that don't fit their document.
        case invalidFacts
        /// Tables of words that can't be read.
        case lexicon
        /// An entity that no document has.
        case unknownEntity
    }

    /// The kind of trouble.
    public var code: Code
    /// The path of the store.
    public var file: String
    /// What was found, where the code doesn't tell all.
    public var detail: String

    /// Makes an error.
    public init(_ code: Code, file: String, detail: String = "") {
        self.code = code
        self.file = file
        self.detail = detail
    }

    /// Says in one sentence what is wrong, where, and what to do.
    public var description: String {
        let more = detail.isEmpty ? "" : " (\(detail))"
        return switch code {
        case .missing: "There is no store at \(file); build one first."
        case .notADatabase:
            "\(file) is no store: it isn't an SQLite database\(more); choose another file."
        case .foreign:
            "\(file) is no store but the database of another program\(more); choose another file."
        case .newerSchema:
            "\(file) was written by a later version of this program\(more); use that version."
        case .damaged:
            "The store \(file) is damaged\(more); move it away and build it again."
        case .readOnly:
            "The store \(file) can't be written\(more); see who owns it and its folder."
        case .busy: "The store \(file) is in use by another process\(more); try again."
        case .full:
            "Nothing more can be written on the disk of \(file)\(more); what was finished stays: "
                + "make room and do the rest again."
        case .unreadable:
            "The store \(file) can't be opened\(more); see whether it and its folder are there."
        case .lexicon: "The tables of words for \(file) can't be read: \(detail)"
        case .unknownEntity: "In \(file), \(detail); look its key up by name."
        case .invalidFacts: "Facts can't be saved in \(file): \(detail)."
        }
    }
}
