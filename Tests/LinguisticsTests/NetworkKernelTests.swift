import Foundation
import Testing

@testable import Linguistics

@Suite("Vector kernels")
struct NetworkKernelTests {
  @Test("GELU is x Φ(x) within 10⁻⁶")
  func gelu() {
    let inputs = (0..<4000).map { Float($0 - 2000) / 200 }
    var matrix = Matrix(rows: 500, columns: 8, values: inputs)
    VectorKernels.gelu(&matrix)
    for (x, y) in zip(inputs, matrix.values) {
      let exact = Double(x) * 0.5 * erfc(-Double(x) / 2.0.squareRoot())
      #expect(abs(Double(y) - exact) < 1e-6, "GELU(\(x))")
    }
  }

  @Test("Softmax of a row sums to 1 and keeps ratios, whatever the number of columns", arguments: 1...17)
  func softmax(columns: Int) {
    var matrix = Matrix(rows: 2, columns: 24)
    for i in 0..<columns {
      matrix.values[i] = Float(i) * 0.7 - 100
      matrix.values[24 + i] = Float(columns - i) * 3
    }
    let inputs = matrix
    VectorKernels.softmax(&matrix, matrix.block(rows: 0..<2, columns: 0..<columns))
    for row in 0..<2 {
      let powers = inputs.row(row).prefix(columns).map { exp(Double($0)) }
      for (value, power) in zip(matrix.row(row), powers) {
        #expect(abs(Double(value) - power / powers.reduce(0, +)) < 1e-6)
      }
    }
  }

  @Test("Layer normalisation gives mean 0 and variance 1 before scale and shift")
  func normalise() {
    var matrix = Matrix(rows: 1, columns: 8, values: [1, 2, 3, 4, 5, 6, 7, 8])
    VectorKernels.normalise(
      &matrix, scale: [Float](repeating: 2, count: 8), shift: [Float](repeating: 1, count: 8))
    let expected = (0..<8).map { Float(1 + 2 * (Double($0) - 3.5) / 5.25.squareRoot()) }
    for (found, known) in zip(matrix.values, expected) { #expect(abs(found - known) < 1e-6) }
  }

  @Test("All finite numbers of half precision are converted exactly")
  func halfPrecision() {
    let halves = (0...UInt16.max).filter { Float16(bitPattern: $0).isFinite }
    let data = Data(halves.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    var numbers = [Float](repeating: 0, count: halves.count)
    let finite = unsafe data.withUnsafeBytes {
      unsafe VectorKernels.convertHalf($0, from: 0, count: halves.count, into: &numbers, at: 0)
    }
    #expect(finite)
    #expect(numbers == halves.map { Float(Float16(bitPattern: $0)) })
  }

  @Test("Infinity and NaN of half precision are reported", arguments: [UInt16(0x7C00), 0xFC00, 0x7E01])
  func notFinite(bits: UInt16) {
    var numbers = [Float](repeating: 0, count: 3)
    let data = Data([0, 0x3C, UInt8(bits & 0xFF), UInt8(bits >> 8), 0, 0])
    let finite = unsafe data.withUnsafeBytes {
      unsafe VectorKernels.convertHalf($0, from: 0, count: 3, into: &numbers, at: 0)
    }
    #expect(!finite)
  }

  @Test("The product of blocks is that of their numbers, transposed or not, scaled and added")
  func products() {
    let a = Matrix(rows: 2, columns: 3, values: [1, 2, 3, 4, 5, 6])
    let b = Matrix(rows: 2, columns: 2, values: [1, 10, 100, 1000])
    var c = Matrix(rows: 2, columns: 2, values: [1, 1, 1, 1])
    let left = a.block(rows: 0..<2, columns: 1..<3)
    MatrixProduct.openBLAS(a, left, b, b.all, transposed: false, into: &c, c.all)
    #expect(c.values == [302, 3020, 605, 6050])
    MatrixProduct.openBLAS(a, left, b, b.all, transposed: true, into: &c, c.all, scale: 2, adding: true)
    #expect(c.values == [366, 9420, 735, 19050])
  }
}
