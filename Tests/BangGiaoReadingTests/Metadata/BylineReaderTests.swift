import TestSupport
import Testing

@testable import BangGiaoReading

struct BylineReaderTests {
    private func names(_ line: String) throws -> BylineReader.Names {
        let reader = BylineReader(line, cues: try ZoneCues(directory: Repository.lexicon))
        return reader.names(in: reader.all)
    }

    @Test(arguments: [
        ("Trần Hiếu/Vietnam+", ["Trần Hiếu"]), ("Tác giả: Kim Dung", ["Kim Dung"]),
        ("PV (theo TTXVN, VOV).", ["PV"]), ("Bích Hồng/BNEWS/TTXVN.", ["Bích Hồng"]),
        ("Nguyễn Hoàng (Theo Yonhap)", ["Nguyễn Hoàng"]), ("MINH HẰNG (tổng hợp).", ["MINH HẰNG"]),
        ("Bài và ảnh: Lê Minh - Quang Hòa", ["Lê Minh", "Quang Hòa"]),
        ("Lê Minh và Quang Hòa", ["Lê Minh", "Quang Hòa"]), ("Đ. V (Tổng hợp)", ["Đ. V"]),
        ("(Ảnh: AFP / TTXVN)", []), ("Theo Chinhphu.vn", []), ("Ảnh: B.N. HÀ", ["B.N. HÀ"]),
        ("K.HƯNG", ["K.HƯNG"]), ("Quang Minh, Thu Hà", ["Quang Minh", "Thu Hà"]),
    ])
    func linesOfNamesAreRead(line: String, people: [String]) throws {
        let names = try names(line)
        #expect(names.people == people)
        #expect(names.isClean)
    }

    @Test(arguments: [
        "Bàn cờ chính trị", "Quan điểm của Nga", "REUTERS nói", "Hai bên ký thỏa thuận", "",
        "Theo ông Lavrov, hai bên sẽ gặp nhau trong tuần tới tại Moskva", "17/12/2025",
        "Yahoo News",
        "Việt Nam, Lào ký thỏa thuận",
    ])
    func otherLinesAreNone(line: String) throws {
        let names = try names(line)
        #expect(!names.isClean || names.people.isEmpty)
    }

    @Test(arguments: [
        ("Dương Giang/TTXVN", ["Dương Giang"]), ("Vũ Sinh - TTXVN", ["Vũ Sinh"]),
        ("Bộ Ngoại giao cung cấp", []), ("REUTERS", []), ("Báo Nhân Dân", []), ("Dân Trí", []),
        ("chụp màn hình", []), ("Getty Images", []), ("Trần Hiếu", ["Trần Hiếu"]),
    ])
    func creditsGivePhotographersAndNoOutlets(credit: String, people: [String]) throws {
        let reader = BylineReader(credit, cues: try ZoneCues(directory: Repository.lexicon))
        #expect(reader.credited(in: reader.all) == people)
    }
}
