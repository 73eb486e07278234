import type { Passage } from '../../knowledge/index.ts'
import { checkFacts, guideElement, statesFacts, statesQuantities } from './fact-lock.ts'
import { forbiddenReason } from './forbidden.ts'
import { withoutHerNumbers } from './own-words.ts'
import { createSentenceCutter } from './sentences.ts'
import type { TokenBook } from '../tools/token-book.ts'
import type { Released, TurnPart } from '../turn.ts'

/** A model's text on its way to the citizen: it goes in as it streams, and comes out sentence by sentence, checked. */
export type Releaser = {
  readonly push: (delta: string) => void
  /** The model's text part is over. A broken one loses its unfinished sentence. */
  readonly endPart: (broken: boolean) => void
  readonly finish: () => Released
}

const MARK = /\s*\[([a-z]\d+)\]/gu
const MOST_CITED = 2
const MOST_HELD = 4
const PARTIAL = /指南(?:里|中)?(?:没有|未)(?:写|说明|列|规定)|以(?:窗口|官方)公布为准|guide does not (?:say|state)/u
/** An answer that opens with what nobody found does not hold the point either. */
const NOT_FOUND = /没有(?:查到|核实|核到|写)/u

/**
 * Releases a sentence only when its facts stand in the sections it cites. What fails is replaced by the guide's own
 * element or dropped. Sentences before the first cited one wait for it: an answer that cites nothing is no answer.
 */
export function createReleaser(options: {
  readonly tokens: TokenBook
  readonly write: (part: TurnPart) => void
  /** What the citizen said, so that her own numbers may be given back to her. */
  readonly herWords?: string
  /** What a cited section is called in the list of sources. */
  readonly titleOf?: (passage: Passage) => string
}): Releaser {
  const { tokens, write, herWords = '', titleOf = ({ guideTitle, heading }) => `${guideTitle} · ${heading}` } = options
  let cutter = createSentenceCutter()
  const numbers = new Map<string, number>()
  const said = new Set<string>()
  const held: string[] = []
  const tally = { cited: false, text: '', replaced: 0, dropped: 0, partial: false, interrupted: false }

  const out = (sentence: string, by: 'model' | 'guide' = 'model') => {
    tally.text += sentence
    write({ type: 'text', text: sentence, by })
  }

  const cite = (passage: Passage): string => {
    const known = numbers.get(passage.id)
    if (known !== undefined) return `[${known}]`
    const number = numbers.size + 1
    numbers.set(passage.id, number)
    write({ type: 'source', sourceId: passage.id, title: titleOf(passage) })
    return `[${number}]`
  }

  const releaseCited = (text: string, passages: readonly Passage[], by?: 'guide') => {
    const [, body = '', tail = ''] = /^([\s\S]*?)(\s*)$/u.exec(text) ?? []
    if (said.has(body)) return
    said.add(body)
    const marks = [...new Set(passages.map((passage) => cite(passage)))].join('')
    for (const lead of held.splice(0)) out(lead)
    tally.partial ||= PARTIAL.test(body) || (!tally.cited && NOT_FOUND.test(body))
    tally.cited = true
    out(`${body}${marks}${tail}`, by)
  }

  const releaseUncited = (text: string) => {
    tally.partial ||= PARTIAL.test(text)
    if (tally.cited) out(text)
    else if (held.length < MOST_HELD) held.push(text)
  }

  /** A sentence with a number is given the shown section that backs it; one without may pass along if no shown section gainsays it. */
  const considerUncited = (text: string) => {
    if (!statesFacts(text)) return releaseUncited(text)
    const shown = tokens.shown()
    if (!statesQuantities(text) && checkFacts(text, shown).ok) return releaseUncited(text)
    const backing = statesQuantities(text) ? shown.find((passage) => checkFacts(text, [passage]).ok) : undefined
    if (backing !== undefined) return releaseCited(text, [backing])
    tally.dropped += 1
  }

  const consider = (sentence: string) => {
    const named = [...sentence.matchAll(MARK)].map((match) => tokens.passageOf(match[1] ?? ''))
    const cited = named.filter((passage) => passage !== undefined).slice(0, MOST_CITED)
    const text = sentence.replaceAll(MARK, '')
    if (text.trim() === '') return void (tally.cited && out(text))
    if (forbiddenReason(text) !== undefined) return void (tally.dropped += 1)
    if (cited.length === 0) return considerUncited(text)
    if (checkFacts(withoutHerNumbers(text, herWords), cited).ok) return releaseCited(text, cited)
    const element = guideElement(text, cited)
    if (element === undefined) return void (tally.dropped += 1)
    tally.replaced += 1
    return releaseCited(`${element}${/\s*$/u.exec(text)?.[0] ?? ''}`, cited, 'guide')
  }

  return {
    push: (delta) => cutter.push(delta).forEach((sentence) => consider(sentence)),
    endPart: (broken) => {
      if (broken) tally.interrupted ||= tally.cited
      else cutter.rest().forEach((sentence) => consider(sentence))
      cutter = createSentenceCutter()
    },
    finish: () => {
      cutter.rest().forEach((sentence) => consider(sentence))
      if (!tally.cited) tally.dropped += held.length
      return { ...tally, sources: [...numbers.keys()] }
    },
  }
}
