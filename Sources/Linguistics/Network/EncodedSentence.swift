/// The pieces of up to as many positions as the encoder has, with [CLS] first and [SEP] last.
struct EncodedWindow: Sendable, Equatable {
  /// The numbers of the pieces.
  var pieces: [Int32]
  /// The shape of the word that each piece belongs to.
  var shapes: [UInt8]
}

/// A sentence as the encoder takes it: one window, or several that overlap where it is long.
struct EncodedSentence: Sendable, Equatable {
  /// Where a word's vector comes from: its first and last piece in a window.
  struct Place: Sendable, Equatable {
    var window: Int
    var first: Int
    var last: Int
  }

  /// The windows in the order of the sentence.
  var windows: [EncodedWindow]
  /// The places of the root, which is the first window's [CLS], and of the words. Windows only ever rise.
  var words: [Place]

  /// The number of pieces of all windows.
  var pieces: Int { windows.reduce(0) { $0 + $1.pieces.count } }

  /// Encodes a sentence. Where its pieces do not fit one window of `maximum` positions, windows overlap by about a
  /// half, and each word takes its vector from the window in which it is furthest from an edge.
  /// The first form's capitals count for less where it `startsSentence`.
  /// - Complexity: O(*n*) in the number of pieces.
  init(forms: some Collection<String>, startsSentence: Bool = true, wordPiece: WordPiece, maximum: Int) {
    var (words, shapes, starts) = ([[Int32]](), [UInt8](), [0])
    for form in forms {
      let pieces = wordPiece.pieces(of: form)
      words.append(pieces)
      shapes.append(WordShape.shape(of: form, first: startsSentence && shapes.isEmpty))
      starts.append(starts[starts.count - 1] + pieces.count)
    }
    (windows, self.words) = ([], [Place(window: 0, first: 0, last: 0)])
    let ranges = EncodedSentence.windows(starts: starts, room: maximum - 2)
    /// The first word of the next window that takes its vector from there.
    var next = 0
    for (number, range) in ranges.enumerated() {
      var window = EncodedWindow(pieces: [wordPiece.begin], shapes: [0])
      for word in range {
        window.pieces += words[word]
        window.shapes += [UInt8](repeating: shapes[word], count: words[word].count)
      }
      window.pieces.append(wordPiece.end)
      window.shapes.append(0)
      windows.append(window)
      var end = range.upperBound
      if number + 1 < ranges.count {
        // The middle of what this window and the next share, counted in pieces.
        let middle = (starts[ranges[number + 1].lowerBound] + starts[range.upperBound]) / 2
        while end > next, starts[end - 1] + starts[end] > 2 * middle { end -= 1 }
      }
      for word in next..<end {
        let offset = 1 - starts[range.lowerBound]
        self.words.append(
          Place(window: number, first: starts[word] + offset, last: starts[word + 1] - 1 + offset))
      }
      next = end
    }
  }

  /// The words of each window of at most `room` pieces; `starts` counts the pieces before each word, and all.
  private static func windows(starts: [Int], room: Int) -> [Range<Int>] {
    var (ranges, first) = ([Range<Int>](), 0)
    let words = starts.count - 1
    while true {
      var end = first
      while end < words, starts[end + 1] - starts[first] <= room { end += 1 }
      ranges.append(first..<end)
      if end == words { return ranges }
      var next = end
      while next > first + 1, starts[end] - starts[next - 1] <= room / 2 { next -= 1 }
      first = next
    }
  }
}
