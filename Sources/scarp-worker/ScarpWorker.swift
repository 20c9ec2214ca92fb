@main struct ScarpWorker { static func main() {} }
