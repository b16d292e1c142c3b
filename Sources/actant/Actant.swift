import ArgumentParser

@main
struct Actant: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actant", abstract: "Reads news and draws who did what to whom.")
}
