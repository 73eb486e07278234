import type { FoundPassage } from './answer.ts'
import { likeness, signatureOf } from './likeness.ts'
import { plainWords } from './plain-words.ts'

/** How like the question an FAQ item has to be to answer what no one section answers. */
export const FAQ_LIKE = 0.5

/** How an FAQ item's fit among the guide's passages compares with its likeness to the question. */
const FIT_GAIN = 1.6

/** An item that fits this well, and this many times better than any section, answers. */
const FIT_ALONE = 0.25
const AHEAD = 1.5

/** Words in common count three quarters for an item that fits so much worse than a section. */
const FAR_BEHIND = 0.6

/** The FAQ item that asks the same: in the same words, or, when nothing else in the guide fits better, by what the search says. */
export function closestFaq(
  text: string,
  passages: readonly FoundPassage[],
): { passage: FoundPassage; like: number } | undefined {
  const sections = Math.max(0, ...passages.filter(({ section }) => section !== 'faq').map(({ fit }) => fit ?? 0))
  let best: { passage: FoundPassage; like: number } | undefined
  for (const passage of passages) {
    if (passage.section !== 'faq') continue
    const subject = plainWords(passage.title)
    const words = likeness(signatureOf(text, subject), signatureOf(plainWords(passage.heading), subject))
    const fit = passage.fit ?? 0
    const ahead = fit >= FIT_ALONE && fit >= AHEAD * sections
    const like = ahead
      ? Math.max(words, FAQ_LIKE, FIT_GAIN * fit)
      : fit >= sections
        ? Math.max(words, FIT_GAIN * fit)
        : fit >= FAR_BEHIND * sections
          ? words
          : words / 2
    if (!best || like > best.like) best = { passage, like }
  }
  return best
}
