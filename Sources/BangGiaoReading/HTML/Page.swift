/// The text of a page of HTML in blocks, with the elements that hold them.
struct Page {
    /// An element that begins a block. In the order of the page; a parent stands before its children.
    struct Element {
        var parent: Int
        var tag: String
        /// The part that its own marks tell.
        var part: PageCues.Part?
        /// The blocks in it.
        var blocks: Range<Int>
    }

    /// A run of text without a block's bounds in it.
    struct Block {
        /// The innermost element.
        var element: Int
        /// UTF-8; runs of spaces made one; `\n` for a line break.
        var bytes: [UInt8]
        /// How many of the bytes stand in links.
        var linkBytes: Int

        var isLink: Bool { linkBytes * 10 >= bytes.count * 7 }
        /// Whether it is running text.
        var isParagraph: Bool { bytes.count - linkBytes >= 60 && linkBytes * 10 < bytes.count * 4 }
    }

    var elements: [Element] = []
    var blocks: [Block] = []
    /// The values of the page's head by part, in the order of the page.
    var values: [(part: PageCues.Part, value: String)] = []
    /// The days that elements `time` give in their attributes, and the elements that hold them.
    var times: [(element: Int, value: String)] = []
    /// What stands in the element `title`.
    var headTitle: String?
    /// The scripts of JSON-LD.
    var linkedData: [String] = []
    /// Whether the page is nested so deeply that its rest wasn't read.
    var isCut = false
}
