import { withUnitsSpelled } from '../../language/index.ts'
import type { Locale } from '../../content/index.ts'
import type { HeldSentence } from '../kept/conversation-state.ts'
import type { TurnPart } from '../turn.ts'

/** One thing at a time: this many sentences, or items of a list, and about this many characters. */
const MOST_SENTENCES = 2
const MOST_ITEMS = 3
const MOST_CHARACTERS = 110

const ITEM = /^\s*(?:[-*•]\s|\d+[.、])/u
const NUMBER = /\[(\d+)\]/g

type Source = HeldSentence['sources'][number]
type TextPart = Extract<TurnPart, { type: 'text' }>

/** Lets the conclusion of an answer through, in plain writing, and holds back what comes after it for her to ask for. */
export type PlainWriter = {
  readonly write: (part: TurnPart) => void
  /** What is left to tell, in order. */
  readonly rest: () => readonly HeldSentence[]
  /** Sections that what was told cites. */
  readonly sources: () => readonly string[]
}

/** Sentences come in whole, each after the sources it cites first. */
export function createPlainWriter(write: (part: TurnPart) => void, locale: Locale): PlainWriter {
  const cited: Source[] = []
  const told: string[] = []
  const rest: HeldSentence[] = []
  const count = { sentences: 0, items: 0, characters: 0 }
  let about: string | undefined
  let listed = false
  let goesOn = false

  const sourcesOf = (text: string): Source[] =>
    [...text.matchAll(NUMBER)].flatMap(([, number]) => cited[Number(number) - 1] ?? [])

  const fits = (text: string): boolean => {
    if (rest.length > 0) return false
    const { sentences, items, characters } = count
    if (goesOn || sentences + items === 0) return true
    const [source] = sourcesOf(text)
    if (about !== undefined && source !== undefined && source.sourceId !== about) return false
    if (characters + text.trim().length > MOST_CHARACTERS) return false
    // A conclusion stands alone; the list that details it comes when she asks, unless the sentence opens it.
    if (ITEM.test(text)) return items < MOST_ITEMS && (sentences === 0 || listed)
    return items === 0 && sentences < MOST_SENTENCES
  }

  const tell = (part: TextPart): void => {
    const { text } = part
    for (const source of sourcesOf(text)) {
      about ??= source.sourceId
      if (told.includes(source.sourceId)) continue
      told.push(source.sourceId)
      write({ type: 'source', ...source })
    }
    const opens = /[：:](?:\[\d+\])*\s*$/u.test(text)
    listed ||= opens
    goesOn = opens || /[；;](?:\[\d+\])*\s*$/u.test(text)
    if (!opens && text.trim() !== '') count[ITEM.test(text) ? 'items' : 'sentences'] += 1
    count.characters += text.trim().length
    write({ ...part, text: plainly(text, locale) })
  }

  return {
    write: (part) => {
      if (part.type === 'source') cited.push({ sourceId: part.sourceId, title: part.title })
      else if (part.type !== 'text') write(part)
      else if (fits(part.text)) tell(part)
      else rest.push({ text: part.text, sources: sourcesOf(part.text), ...(part.by && { by: part.by }) })
    },
    rest: () => (rest.some(({ text }) => /[\p{L}\p{N}]/u.test(text)) ? rest : []),
    sources: () => told,
  }
}

/** What was held back, as it goes into a writer again: its citations are counted from one. */
export function retell(held: readonly HeldSentence[], writer: PlainWriter): void {
  const numbers = new Map<string, number>()
  for (const { text, sources, by } of held) {
    for (const source of sources) {
      if (numbers.has(source.sourceId)) continue
      numbers.set(source.sourceId, numbers.size + 1)
      writer.write({ type: 'source', ...source })
    }
    const marks = [...sources]
    const numbered = text.replaceAll(NUMBER, () => `[${numbers.get(marks.shift()?.sourceId ?? '') ?? ''}]`)
    writer.write({ type: 'text', text: numbered, ...(by && { by }) })
  }
}

/** Short sentences without signs of emphasis, numbers with their units written out. */
function plainly(text: string, locale: Locale): string {
  const bare = text.replaceAll('**', '').replace(/；(?=(?:\[\d+\])*\s*$)/u, '。')
  const ended = /。(?:\[\d+\])*$/u.test(bare) ? `${bare}\n` : bare
  return withUnitsSpelled(ended, locale)
}
