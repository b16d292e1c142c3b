import Foundation

struct Lemmatizer: Sendable {
  init(at url: URL) throws(LinguisticsError) {}
  func lemma(of token: Token) -> String { token.form.lowercased() }
}
