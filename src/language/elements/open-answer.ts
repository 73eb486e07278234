import { EVEN, weightOfOpen } from './open-grams.ts'

/**
 * Log-odds that an answer leaves its question open, whatever the question is: a question back, 不知道, 回头再说, a refusal.
 * Above 0 it more likely does. Expects folded text.
 */
export function openOdds(folded: string): number {
  const weights = openGrams(folded).flatMap((gram) => weightOfOpen(gram) ?? [])
  return (EVEN + weights.reduce((sum, weight) => sum + weight, 0)) / Math.sqrt(weights.length + 1)
}

/** Each run of one to three characters once, with marks for both ends; digits and Latin words count as one each, whichever they are. */
export function openGrams(folded: string): string[] {
  const plain = folded
    .toLowerCase()
    .replaceAll(/\s+/gu, '')
    .replaceAll(/\d+/g, '0')
    .replaceAll(/[a-z]+/g, 'a')
  const characters = Array.from(`^${plain}$`)
  const grams = new Set<string>()
  for (const length of [1, 2, 3])
    for (let at = 0; at + length <= characters.length; at += 1) grams.add(characters.slice(at, at + length).join(''))
  return [...grams]
}
