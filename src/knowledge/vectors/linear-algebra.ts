/** A dense matrix in row order. */
export type Matrix = { readonly rows: number; readonly columns: number; readonly values: Float64Array }

export function zeros(rows: number, columns: number): Matrix {
  return { rows, columns, values: new Float64Array(rows * columns) }
}

/** AᵀA, the inner products of the columns. */
export function gram({ rows, columns, values }: Matrix): Matrix {
  const product = zeros(columns, columns)
  const out = product.values
  for (let row = 0; row < rows; row++) {
    const start = row * columns
    for (let i = 0; i < columns; i++) {
      const left = values[start + i] ?? 0
      if (left === 0) continue
      for (let j = i; j < columns; j++)
        out[i * columns + j] = (out[i * columns + j] ?? 0) + left * (values[start + j] ?? 0)
    }
  }
  for (let i = 0; i < columns; i++) for (let j = 0; j < i; j++) out[i * columns + j] = out[j * columns + i] ?? 0
  return product
}

/**
 * Makes the columns orthonormal in place, by two rounds of Cholesky QR (the second repairs the rounding of the first).
 * A column that depends on earlier ones becomes zero.
 */
export function orthonormalise(matrix: Matrix): void {
  for (let round = 0; round < 2; round++) solveRows(matrix, cholesky(gram(matrix)))
}

/** Lower factor L of a positive semi-definite matrix; a vanishing pivot gives a zero column. */
function cholesky({ columns: size, values }: Matrix): Float64Array {
  const factor = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = values[i * size + j] ?? 0
      for (let k = 0; k < j; k++) sum -= (factor[i * size + k] ?? 0) * (factor[j * size + k] ?? 0)
      const floor = 1e-12 * (values[i * size + i] ?? 0)
      if (i === j) factor[i * size + j] = sum > floor ? Math.sqrt(sum) : 0
      else {
        const pivot = factor[j * size + j] ?? 0
        factor[i * size + j] = pivot === 0 ? 0 : sum / pivot
      }
    }
  }
  return factor
}

/** Each row x becomes the solution y of y·Lᵀ = x. */
function solveRows({ rows, columns, values }: Matrix, factor: Float64Array): void {
  for (let row = 0; row < rows; row++) {
    const start = row * columns
    for (let j = 0; j < columns; j++) {
      let sum = values[start + j] ?? 0
      for (let k = 0; k < j; k++) sum -= (factor[j * columns + k] ?? 0) * (values[start + k] ?? 0)
      const pivot = factor[j * columns + j] ?? 0
      values[start + j] = pivot === 0 ? 0 : sum / pivot
    }
  }
}

/** Eigenvalues, largest first, and the eigenvectors as columns in that order, of a symmetric matrix (cyclic Jacobi). */
export function symmetricEigen(matrix: Matrix): { readonly values: Float64Array; readonly vectors: Matrix } {
  const size = matrix.columns
  const a = matrix.values.slice()
  const vectors = zeros(size, size)
  for (let i = 0; i < size; i++) vectors.values[i * size + i] = 1
  const total = a.reduce((sum, value) => sum + value * value, 0)
  for (let sweep = 0; sweep < 30 && offDiagonal(a, size) > 1e-20 * total; sweep++) {
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, vectors.values, size, p, q)
  }
  const order = Array.from({ length: size }, (_, i) => i).sort(
    (x, y) => (a[y * size + y] ?? 0) - (a[x * size + x] ?? 0),
  )
  const sorted = zeros(size, size)
  order.forEach((from, to) => {
    for (let row = 0; row < size; row++) sorted.values[row * size + to] = vectors.values[row * size + from] ?? 0
  })
  return { values: Float64Array.from(order, (i) => a[i * size + i] ?? 0), vectors: sorted }
}

function offDiagonal(a: Float64Array, size: number): number {
  let sum = 0
  for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) sum += (a[p * size + q] ?? 0) ** 2
  return sum
}

function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const between = a[p * size + q] ?? 0
  if (between === 0) return
  const theta = ((a[q * size + q] ?? 0) - (a[p * size + p] ?? 0)) / (2 * between)
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const sine = tangent * cosine
  turn(a, size, size * p, size * q, 1, cosine, sine)
  turn(a, size, p, q, size, cosine, sine)
  turn(vectors, size, p, q, size, cosine, sine)
}

function turn(a: Float64Array, size: number, p: number, q: number, step: number, cosine: number, sine: number): void {
  for (let k = 0; k < size; k++) {
    const left = a[p + k * step] ?? 0
    const right = a[q + k * step] ?? 0
    a[p + k * step] = cosine * left - sine * right
    a[q + k * step] = sine * left + cosine * right
  }
}
