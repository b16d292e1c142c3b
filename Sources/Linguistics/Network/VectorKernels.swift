// The loops over numbers that are not matrix products. Unsafe code of the network is here and in MatrixProduct.swift:
// every function checks its bounds once at its entry and then works on vectors of `width` lanes without checks.

/// The lanes of the vectors worked with; the columns of hidden matrices are multiples of it.
private let width = 8
private typealias Vector = SIMD8<Float>
private typealias Words = SIMD8<UInt32>

/// Element-wise operations on matrices, vectorised.
enum VectorKernels {
  /// Replaces each number x by GELU(x) = x Φ(x), with Φ the normal distribution (Hendrycks and Gimpel 2016, the exact
  /// form). The error function is formula 7.1.26 of Abramowitz and Stegun (1964): at most 1.5 · 10⁻⁷ off.
  static func gelu(_ matrix: inout Matrix) {
    let count = matrix.rows * matrix.columns
    precondition(count <= matrix.values.count && matrix.columns % width == 0)
    unsafe matrix.values.withUnsafeMutableBufferPointer { numbers in
      guard let numbers = numbers.baseAddress else { return }
      var i = 0
      while i < count {
        unsafe numbers[i] = gelu(numbers[i])
        i += 1
      }
    }
  }

  /// Makes each row of a block the softmax of itself. The block's stride leaves room up to the next multiple of
  /// `width`; what lies there is overwritten.
  static func softmax(_ matrix: inout Matrix, _ block: Matrix.Block) {
    let padded = (block.columns + width - 1) / width * width
    precondition(block.columns > 0 && padded <= block.stride)
    precondition(block.offset + block.rows * block.stride <= matrix.values.count)
    unsafe matrix.values.withUnsafeMutableBytes { bytes in
      for row in 0..<block.rows {
        let start = (block.offset + row * block.stride) * 4
        for i in block.columns..<padded {
          unsafe bytes.storeBytes(of: -.infinity, toByteOffset: start + i * 4, as: Float.self)
        }
        let places = stride(from: start, to: start + padded * 4, by: width * 4)
        var largest = Vector(repeating: -.infinity)
        for i in places {
          largest = larger(largest, unsafe bytes.loadUnaligned(fromByteOffset: i, as: Vector.self))
        }
        let most = largest.max()
        var i = start
        while i < start + padded * 4 {
          let x = unsafe bytes.loadUnaligned(fromByteOffset: i, as: Float.self)
          unsafe bytes.storeBytes(of: exponential(x - most), toByteOffset: i, as: Float.self)
          i += 4
        }
        var sums = Vector.zero
        for i in places { sums += unsafe bytes.loadUnaligned(fromByteOffset: i, as: Vector.self) }
        let inverse = Vector(repeating: 1 / sums.sum())
        for i in places {
          let e = unsafe bytes.loadUnaligned(fromByteOffset: i, as: Vector.self)
          unsafe bytes.storeBytes(of: e * inverse, toByteOffset: i, as: Vector.self)
        }
      }
    }
  }

  /// Normalises each row to mean 0 and variance 1, then scales and shifts it (Ba, Kiros and Hinton 2016).
  static func normalise(_ matrix: inout Matrix, scale: [Float], shift: [Float], epsilon: Float = 1e-12) {
    let columns = matrix.columns
    precondition(matrix.rows * columns <= matrix.values.count && columns % width == 0)
    precondition(scale.count == columns && shift.count == columns)
    unsafe matrix.values.withUnsafeMutableBytes { bytes in
      unsafe scale.withUnsafeBytes { scale in
        unsafe shift.withUnsafeBytes { shift in
          for row in 0..<matrix.rows {
            let start = row * columns * 4
            let places = stride(from: 0, to: columns * 4, by: width * 4)
            var sums = Vector.zero
            for i in places { sums += unsafe bytes.loadUnaligned(fromByteOffset: start + i, as: Vector.self) }
            let mean = Vector(repeating: sums.sum() / Float(columns))
            var squares = Vector.zero
            for i in places {
              let x = unsafe bytes.loadUnaligned(fromByteOffset: start + i, as: Vector.self) - mean
              squares += x * x
            }
            let inverse = Vector(repeating: 1 / (squares.sum() / Float(columns) + epsilon).squareRoot())
            for i in places {
              let x =
                unsafe (bytes.loadUnaligned(fromByteOffset: start + i, as: Vector.self) - mean) * inverse
              let y =
                unsafe x * scale.loadUnaligned(fromByteOffset: i, as: Vector.self)
                + shift.loadUnaligned(fromByteOffset: i, as: Vector.self)
              unsafe bytes.storeBytes(of: y, toByteOffset: start + i, as: Vector.self)
            }
          }
        }
      }
    }
  }

  /// Adds one vector to each row.
  static func add(_ vector: [Float], toRowsOf matrix: inout Matrix) {
    let columns = matrix.columns
    precondition(vector.count == columns && matrix.rows * columns <= matrix.values.count)
    unsafe matrix.values.withUnsafeMutableBufferPointer { numbers in
      unsafe vector.withUnsafeBufferPointer { vector in
        for row in 0..<matrix.rows {
          for i in 0..<columns { unsafe numbers[row * columns + i] += vector[i] }
        }
      }
    }
  }

  /// Makes each row the vector given.
  static func fill(_ matrix: inout Matrix, with vector: [Float]) {
    let columns = matrix.columns
    precondition(vector.count == columns && matrix.rows * columns <= matrix.values.count)
    unsafe matrix.values.withUnsafeMutableBytes { bytes in
      unsafe vector.withUnsafeBytes { vector in
        for row in 0..<matrix.rows {
          unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[(row * columns * 4)...]).copyMemory(
            from: vector)
        }
      }
    }
  }

  /// Adds `scale` times a row of one matrix to a row of another.
  static func add(row: Int, of source: Matrix, times scale: Float, toRow target: Int, of matrix: inout Matrix)
  {
    let columns = matrix.columns
    precondition(source.columns == columns && row < source.rows && target < matrix.rows)
    precondition((row + 1) * columns <= source.values.count && (target + 1) * columns <= matrix.values.count)
    unsafe matrix.values.withUnsafeMutableBufferPointer { numbers in
      unsafe source.values.withUnsafeBufferPointer { source in
        for i in 0..<columns {
          unsafe numbers[target * columns + i] += scale * source[row * columns + i]
        }
      }
    }
  }

  /// The scalar products of one vector, in `other`, with each of `count` vectors that follow one another in `vectors`.
  /// Their `length` is a multiple of `width`.
  static func products(
    of vectors: Matrix, from offset: Int, count: Int, with other: Matrix, from otherOffset: Int, length: Int,
    into products: inout [Float]
  ) {
    precondition(length % width == 0 && products.count >= count)
    precondition(offset >= 0 && offset + count * length <= vectors.values.count)
    precondition(otherOffset >= 0 && otherOffset + length <= other.values.count)
    unsafe vectors.values.withUnsafeBytes { vectors in
      unsafe other.values.withUnsafeBytes { other in
        for number in 0..<count {
          var sums = Vector.zero
          for i in stride(from: 0, to: length * 4, by: width * 4) {
            sums +=
              unsafe vectors.loadUnaligned(
                fromByteOffset: (offset + number * length) * 4 + i, as: Vector.self)
              * other.loadUnaligned(fromByteOffset: otherOffset * 4 + i, as: Vector.self)
          }
          products[number] = sums.sum()
        }
      }
    }
  }

  /// Converts numbers of half precision, which lie in `bytes` from `offset`, to single precision.
  /// - Returns: Whether all are finite.
  static func convertHalf(
    _ bytes: UnsafeRawBufferPointer, from offset: Int, count: Int, into numbers: inout [Float], at place: Int
  ) -> Bool {
    precondition(offset >= 0 && count >= 0 && offset + count * 2 <= bytes.count)
    precondition(place >= 0 && place + count <= numbers.count)
    // The exponent moves up by 127 - 15 = 112: as a product, which serves subnormal numbers as well.
    let rebias = Vector(repeating: 0x1p112)
    var exponents = Words.zero
    unsafe numbers.withUnsafeMutableBytes { numbers in
      var i = 0
      while i < count {
        let lanes = min(width, count - i)
        var half = SIMD8<UInt16>.zero
        if lanes == width {
          unsafe half = bytes.loadUnaligned(fromByteOffset: offset + i * 2, as: SIMD8<UInt16>.self)
        } else {
          for lane in 0..<lanes {
            unsafe half[lane] = bytes.loadUnaligned(fromByteOffset: offset + (i + lane) * 2, as: UInt16.self)
          }
        }
        let wide = Words(truncatingIfNeeded: half)
        let magnitude = (wide & 0x7FFF) &<< 13
        exponents.replace(with: magnitude, where: magnitude .> exponents)
        let value = unsafe unsafeBitCast(magnitude, to: Vector.self) * rebias
        let signed = unsafe unsafeBitCast(
          unsafeBitCast(value, to: Words.self) | (wide & 0x8000) &<< 16, to: Vector.self)
        if lanes == width {
          unsafe numbers.storeBytes(of: signed, toByteOffset: (place + i) * 4, as: Vector.self)
        } else {
          for lane in 0..<lanes {
            unsafe numbers.storeBytes(of: signed[lane], toByteOffset: (place + i + lane) * 4, as: Float.self)
          }
        }
        i += lanes
      }
    }
    return exponents.max() < 0x7C00 &<< 13
  }

  /// Copies numbers of single precision, which lie in `bytes` from `offset`.
  /// - Returns: Whether all are finite.
  static func copySingle(
    _ bytes: UnsafeRawBufferPointer, from offset: Int, count: Int, into numbers: inout [Float], at place: Int
  ) -> Bool {
    precondition(offset >= 0 && count >= 0 && offset + count * 4 <= bytes.count)
    precondition(place >= 0 && place + count <= numbers.count)
    var finite = true
    for i in 0..<count {
      let number = unsafe bytes.loadUnaligned(fromByteOffset: offset + i * 4, as: Float.self)
      finite = finite && number.isFinite
      numbers[place + i] = number
    }
    return finite
  }

  /// GELU of one number. This and `exponential` are scalar and free of branches: the compiler makes vector code of
  /// the loops around them, and builds without optimisation stay usable, which they do not with SIMD types.
  @inline(__always)
  private static func gelu(_ x: Float) -> Float {
    let z = x.magnitude * 0.707_106_78
    let t = 1 / (1 + z * 0.327_591_1)
    let tail =
      ((((t * 1.061_405_429 - 1.453_152_027) * t + 1.421_413_741) * t - 0.284_496_736) * t + 0.254_829_592)
      * t
    // Half of 1 - erf(z): the normal distribution's mass beyond |x|.
    let beyond = tail * exponential(-z * z) * 0.5
    return (x > 0 ? x : 0) - x.magnitude * beyond
  }

  /// The larger of each two lanes; the library's `pointwiseMax` is not made into vector code.
  @inline(__always)
  private static func larger(_ x: Vector, _ y: Vector) -> Vector {
    x.replacing(with: y, where: x .< y)
  }

  /// e to the power of a number from -87 to 88, smaller ones taken as -87: e^x = 2^k e^r with |r| ≤ ln 2 / 2, and the
  /// Taylor series of e^r to the sixth power, within 2 · 10⁻⁷ of the result.
  @inline(__always)
  private static func exponential(_ x: Float) -> Float {
    let x = x > -87 ? x : -87
    // Adding 1.5 · 2²³ rounds to a whole number, which then stands in the lowest bits.
    let shifted = x * 1.442_695_04 + 0x1.8p23
    let k = shifted - 0x1.8p23
    let r = x - k * 0.693_359_375 + k * 2.121_944_4e-4
    let half = ((r * (1.0 / 720) + 1.0 / 120) * r + 1.0 / 24) * r + 1.0 / 6
    let series = ((half * r + 0.5) * r + 1) * r + 1
    return Float(bitPattern: series.bitPattern &+ shifted.bitPattern &<< 23)
  }
}
