const PAIRS = 2000

/**
 * Similarity that two unrelated passages have under a model: the mean over evenly spread pairs.
 * Trained models put any two texts near each other (0.3 … 0.7), so only what lies above the floor is evidence.
 */
export function similarityFloor(vectors: readonly ArrayLike<number>[]): number {
  if (vectors.length < 3) return 0
  const similarities: number[] = []
  for (let pair = 0; pair < PAIRS; pair++) {
    const left = (pair * 7919) % vectors.length
    const right = (left + 1 + ((pair * 104_729) % (vectors.length - 1))) % vectors.length
    similarities.push(cosine(vectors[left] ?? [], vectors[right] ?? []))
  }
  const mean = similarities.reduce((sum, value) => sum + value, 0) / PAIRS
  return Math.min(0.95, Math.max(0, mean))
}

function cosine(left: ArrayLike<number>, right: ArrayLike<number>): number {
  let product = 0
  let leftSquare = 0
  let rightSquare = 0
  for (let i = 0; i < left.length; i++) {
    const a = left[i] ?? 0
    const b = right[i] ?? 0
    product += a * b
    leftSquare += a * a
    rightSquare += b * b
  }
  return product === 0 ? 0 : product / Math.sqrt(leftSquare * rightSquare)
}
