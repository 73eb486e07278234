import { expect, test } from 'vitest'
import { learnLatentSpace, placeTerms } from '../../../src/knowledge/vectors/latent-space.ts'
import { gram, orthonormalise, symmetricEigen, zeros } from '../../../src/knowledge/vectors/linear-algebra.ts'
import { similarityFloor } from '../../../src/knowledge/vectors/similarity-floor.ts'
import { clusteredVectors } from './clustered-vectors.ts'

const DIALS = { dimensions: 4, sample: 1000, terms: 1000 }

function cosine(left: Float32Array, right: Float32Array): number {
  return left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0)
}

test('words that keep the same company lie near each other, though they never meet', () => {
  const documents = Array.from({ length: 40 }, (_, at) => {
    const name = at % 2 === 0 ? '风筝' : '纸鸢'
    return at < 20 ? [name, '海滩', '放飞', '许可'] : ['小船', '码头', '停泊', at % 2 === 0 ? '船主' : '登记']
  })
  const space = learnLatentSpace(documents, { ...DIALS, dimensions: 2 })
  const [kite, paperBird, boat] = [['风筝'], ['纸鸢'], ['小船']].map((terms) => placeTerms(space, terms))
  if (kite === undefined || paperBird === undefined || boat === undefined) throw new Error('three vectors')
  expect(cosine(kite, paperBird)).toBeGreaterThan(0.9)
  expect(cosine(kite, boat)).toBeLessThan(0.2)
})

test('the same documents give the same space', () => {
  const documents = [
    ['a', 'b'],
    ['b', 'c'],
    ['a', 'c'],
    ['c', 'd'],
    ['d', 'a'],
  ]
  expect(learnLatentSpace(documents, DIALS)).toEqual(learnLatentSpace(documents, DIALS))
})

test('no documents, or no word twice, still give a space in which everything is nowhere', () => {
  for (const documents of [[], [['a'], ['b']]]) {
    const space = learnLatentSpace(documents, DIALS)
    expect(placeTerms(space, ['a']).every((value) => value === 0)).toBe(true)
  }
})

test('orthonormal columns are orthonormal, also when some depend on others', () => {
  const matrix = zeros(30, 6)
  clusteredVectors(30, 6).forEach((row, at) => matrix.values.set([...row.slice(0, 5), (row[0] ?? 0) * 2], at * 6))
  orthonormalise(matrix)
  const product = gram(matrix).values
  for (let i = 0; i < 6; i++) {
    for (let j = 0; j < 6; j++) expect(product[i * 6 + j]).toBeCloseTo(i === j && i < 5 ? 1 : 0, 6)
  }
})

test('eigenvectors turn a symmetric matrix into its eigenvalues', () => {
  const source = zeros(20, 5)
  clusteredVectors(20, 5).forEach((row, at) => source.values.set(row, at * 5))
  const matrix = gram(source)
  const { values, vectors } = symmetricEigen(matrix)
  for (let k = 0; k < 5; k++) {
    for (let i = 0; i < 5; i++) {
      let turned = 0
      for (let j = 0; j < 5; j++) turned += (matrix.values[i * 5 + j] ?? 0) * (vectors.values[j * 5 + k] ?? 0)
      expect(turned).toBeCloseTo((values[k] ?? 0) * (vectors.values[i * 5 + k] ?? 0), 6)
    }
    expect(values[k]).toBeGreaterThanOrEqual((values[k + 1] ?? 0) - 1e-9)
  }
})

test('the floor of a model that finds everything alike is high', () => {
  const spread = clusteredVectors(200, 16)
  const alike = spread.map((vector) => vector.map((value) => value + 5))
  expect(similarityFloor(spread)).toBeLessThan(0.3)
  expect(similarityFloor(alike)).toBeGreaterThan(0.9)
  expect(similarityFloor(alike)).toBeLessThan(1)
})
