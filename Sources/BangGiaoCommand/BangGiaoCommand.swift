@main
struct BangGiaoCommand {
    static func main() {}
}
