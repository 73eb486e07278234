import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A talk whose last words go on with the matter in hand (`stay`), are about another one (`switch`), or about none of the
 * guides (`foreign`). `guide` is the one that has to answer, `-` for none.
 */
export type FollowUp = {
  readonly expects: 'stay' | 'switch' | 'foreign'
  readonly guide: string
  readonly turns: readonly string[]
}

/** Talks in our own words, one a line of `follow-ups.tsv`. */
export function readFollowUps(): FollowUp[] {
  const lines = readFileSync(join(import.meta.dirname, 'follow-ups.tsv'), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => {
    const [expects = '', guide = '', talk = ''] = line.split('\t')
    if (expects !== 'stay' && expects !== 'switch' && expects !== 'foreign') throw new Error(`what is ${expects}?`)
    return { expects, guide, turns: talk.split(' | ') }
  })
}

/** Whether the last answer came from where it had to; of what no guide is about, none may be cited. */
export function isMet({ guide }: FollowUp, sources: readonly string[]): boolean {
  return guide === '-' ? sources.length === 0 : sources[0]?.split('#')[0] === guide
}
