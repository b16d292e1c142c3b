/// Does the same to each element of a sequence, several at a time, and hands the results on in the order of the
/// elements.
///
/// No more than four results a task wait for an earlier one, so that memory stays bounded however long the sequence.
/// - Parameters:
///   - elements: what to work on; each is asked for when its turn comes.
///   - width: how many are worked on at a time.
///   - transform: the work.
///   - receive: takes the results, one after the other.
/// - Throws: what `receive` throws, which ends the whole.
func forEachInOrder<Element: Sendable, Output: Sendable>(
  of elements: some Sequence<Element>, width: Int, transform: @escaping @Sendable (Element) -> Output,
  receive: (Output) throws -> Void
) async throws {
  try await withThrowingTaskGroup(of: (Int, Output).self) { group in
    var iterator = elements.makeIterator()
    var waiting: [Int: Output] = [:]
    var (started, finished, received) = (0, 0, 0)
    while true {
      while started - finished < width, started - received < 4 * width, let element = iterator.next() {
        let index = started
        group.addTask { (index, transform(element)) }
        started += 1
      }
      guard let (index, output) = try await group.next() else { return }
      finished += 1
      waiting[index] = output
      while let output = waiting.removeValue(forKey: received) {
        try receive(output)
        received += 1
      }
    }
  }
}
