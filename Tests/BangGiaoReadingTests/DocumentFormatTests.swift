import BangGiaoReading
import Testing

struct DocumentFormatTests {
    @Test(arguments: [
        ("a.txt", DocumentFormat.text), ("a.b.MD", .markdown), ("a.html", .html), ("a.HTM", .html),
        ("a.jsonl", .jsonLines), ("a.ndjson", .jsonLines),
    ])
    func endingsTellTheFormat(name: String, format: DocumentFormat) {
        #expect(DocumentFormat(fileName: name) == format)
    }

    @Test(arguments: ["a.pdf", "txt", "", "a.", "a.json"])
    func otherEndingsTellNone(name: String) { #expect(DocumentFormat(fileName: name) == nil) }

    @Test(arguments: [
        ("<!DOCTYPE html><p>Tin", DocumentFormat.html), ("\u{FEFF} \n<HTML>", .html),
        ("<?xml version='1.0'?><html>", .html), ("{\"id\": 1, \"text\": \"Tin\"}\n", .jsonLines),
        ("Tin <b>mới</b>", .text), ("{không phải JSON}", .text), ("", .text),
    ])
    func beginningsTellTheFormat(text: String, format: DocumentFormat) {
        #expect(DocumentFormat(sniffing: Array(text.utf8)) == format)
    }
}
