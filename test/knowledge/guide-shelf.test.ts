import { describe, expect, it } from 'vitest'
import { createGuideShelf } from '../../src/knowledge/ranking/guide-shelf.ts'
import type { Passage } from '../../src/knowledge/passage.ts'
import type { AskedTerm } from '../../src/knowledge/words/question-terms.ts'

const words = (text: string): string[] => text.split(' ').map((word) => `w${word}`)
const passage = (section: Passage['section'], heading: string, text: string): Passage => ({
  id: `g#${heading}`,
  guide: 'g',
  guideTitle: 'g',
  section,
  sourceId: `g#${section}`,
  heading,
  text,
  textEn: undefined,
  pointsEn: {},
  authority: 'notice',
})
const shelf = createGuideShelf({
  passagesOf: () => [
    passage('fees', 'cost', 'permit is free'),
    passage('faq', 'permit lost', 'ask for another permit'),
    passage('faq', 'permit damaged', 'hand in the permit and ask'),
  ],
  terms: words,
  isStopWord: () => false,
  dials: { k1: 1.2, b: 0.9 },
})
const said = (text: string): Map<string, AskedTerm> =>
  new Map(words(text).map((term) => [term, { weight: 1, origin: 'said' }]))

describe('a question within its guide', () => {
  it('fits the item that asks the same best', () => {
    const [fees = 0, lost = 0, damaged = 0] = shelf.fits('g', said('permit lost'))
    expect(lost).toBeGreaterThan(damaged)
    expect(lost).toBeGreaterThan(fees)
  })

  it('fits no worse for the story around it', () => {
    expect(shelf.fits('g', said('yesterday train uncle permit lost'))[1]).toBeCloseTo(
      shelf.fits('g', said('permit lost'))[1] ?? 0,
    )
  })

  it('fits no item of which only the matter was said', () => {
    const [, lost = 1] = shelf.fits('g', said('permit'))
    expect(lost).toBeLessThan(0.2)
  })

  it('takes another word for the matter for no more than the matter', () => {
    const asked = said('damaged')
    asked.set('wlost', { weight: 1, origin: 'known-name', meaning: ['wpermit'] })
    const [, lost = 1, damaged = 0] = shelf.fits('g', asked)
    expect(damaged).toBeGreaterThan(lost)
  })
})
