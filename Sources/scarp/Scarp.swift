@main struct Scarp { static func main() {} }
