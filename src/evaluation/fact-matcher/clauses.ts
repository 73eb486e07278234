import { foldCharacters, normalise, toSimplified } from '../../language/index.ts'
import { cutClauses } from './cut-clauses.ts'
import { isTableRow, readTable } from './read-table.ts'

/** A clause of an answer in written form. `above` are the headings, list heads and table headers it stands under. */
export type Clause = {
  readonly text: string
  /** The clause in the words of the mainland where it was written in Taiwan's (網路 is 网络); else the same as `text`. */
  readonly mainland: string
  readonly above: readonly string[]
  /** Sentence the clause belongs to: clauses of one sentence share the number. */
  readonly sentence: number
  /** Whether it asks: a question states nothing, though it may name what the answer speaks of. */
  readonly asked: boolean
}

const ASKS = /[?？]\s*$/

const CITATION = /\[\d{1,2}\]|【\d{1,2}】|\^\d{1,2}/g
const HEADING = /^(#{1,6})\s*(.+?)\s*[:：]?$/
const BOLD_HEADING = /^\*\*([^*]+)\*\*\s*[:：]?$/
const ITEM = /^\s*(?:[-*•·]|\d{1,2}[.、)）])\s+/
/** A heading in bold stands below any heading of its own mark. */
const BOLD_LEVEL = 7

/** The one written form in which answers and facts meet: NFKC, simplified, without marks of Markdown and citation. */
export function writtenForm(text: string): string {
  return foldCharacters(normalise(text)).replaceAll(CITATION, '')
}

type Head = { readonly depth: number; readonly text: string }

/** Cuts an answer into clauses, each with what it stands under. */
export function clausesOf(answer: string): Clause[] {
  const clauses: Clause[] = []
  let headings: readonly Head[] = []
  let items: readonly Head[] = []
  let listHead: string[] = []
  let sentence = 0
  const add = (text: string, above: readonly string[]): void => {
    const names = above.flatMap(inBothForms)
    for (const part of text.split(/(?<=[。！？!?；;])/)) {
      sentence += 1
      for (const clause of cutClauses(part)) {
        const written = writtenForm(clause)
        clauses.push({
          text: written,
          mainland: inBothForms(clause).at(-1) ?? written,
          above: names,
          sentence,
          asked: ASKS.test(part),
        })
      }
    }
  }
  const lines = normalise(answer).replaceAll(CITATION, '').split('\n')
  const under = (): string[] => headings.map(({ text }) => text)
  for (let at = 0; at < lines.length; at += 1) {
    const raw = lines[at] ?? ''
    const line = raw.trim()
    if (line === '') continue
    if (isTableRow(line, lines[at + 1]?.trim() ?? '')) {
      const table = [line]
      while (lines[at + 1]?.includes('|') === true) table.push(lines[(at += 1)]?.trim() ?? '')
      for (const cell of readTable(table.map(plain))) if (cell.text !== '') add(cell.text, [...under(), ...cell.above])
      continue
    }
    const title = headingOf(line)
    if (title !== undefined) {
      headings = [...headings.filter(({ depth }) => depth < title.depth), title]
      items = []
      listHead = []
      continue
    }
    const depth = raw.length - raw.trimStart().length
    items = items.filter((item) => item.depth < depth)
    const above = [...under(), ...listHead, ...items.map(({ text }) => text)]
    if (ITEM.test(raw)) {
      const text = plain(line.replace(ITEM, ''))
      add(text, above)
      items = [...items, { depth, text }]
    } else if (items.length > 0) add(plain(line), above)
    else {
      const text = plain(line)
      listHead = /[:：]$/.test(text) ? [text] : []
      add(text, under())
    }
  }
  return clauses
}

function headingOf(line: string): Head | undefined {
  const marked = HEADING.exec(line)
  if (marked !== null) return { depth: marked[1]?.length ?? 1, text: plain(marked[2] ?? '') }
  const bold = BOLD_HEADING.exec(line)?.[1]
  return bold === undefined ? undefined : { depth: BOLD_LEVEL, text: plain(bold) }
}

/** Written form, and the mainland's words for Taiwan's where they differ. */
function inBothForms(text: string): string[] {
  return [...new Set([writtenForm(text), toSimplified(text)])]
}

function plain(text: string): string {
  return text.replaceAll('**', '').replaceAll('`', '').trim()
}
