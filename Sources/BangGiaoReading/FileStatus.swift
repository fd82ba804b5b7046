import Foundation

/// What the file system tells of a path, by one call.
struct FileStatus {
    private let status: stat

    /// Asks for the file at a path; nil where there is none.
    init?(_ path: String, followingLinks: Bool = true) {
        var status = stat()
        let result = followingLinks ? stat(path, &status) : lstat(path, &status)
        guard result == 0 else { return nil }
        self.status = status
    }

    var isFolder: Bool { status.st_mode & S_IFMT == S_IFDIR }
    var isFile: Bool { status.st_mode & S_IFMT == S_IFREG }
    var isLink: Bool { status.st_mode & S_IFMT == S_IFLNK }
    /// The number of bytes.
    var size: Int { Int(status.st_size) }
}
