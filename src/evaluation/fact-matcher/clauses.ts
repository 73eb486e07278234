import { normalise, readQuantities, toSimplified } from '../../language/index.ts'

/** A clause of an answer in written form. `above` are the headings, list heads and table headers it stands under. */
export type Clause = {
  readonly text: string
  readonly above: readonly string[]
  /** Sentence the clause belongs to: clauses of one sentence share the number. */
  readonly sentence: number
}

const CITATION = /\[\d{1,2}\]|【\d{1,2}】|\^\d{1,2}/g
const HEADING = /^(#{1,6})\s*(.+?)\s*[:：]?$/
const BOLD_HEADING = /^\*\*([^*]+)\*\*\s*[:：]?$/
const ITEM = /^\s*(?:[-*•·]|\d{1,2}[.、)）])\s+/
const TABLE_ROW = /^\|.*\|$/
const TABLE_RULE = /^\|[\s:|-]+\|$/

/** The one written form in which answers and facts meet: NFKC, simplified, without marks of Markdown and citation. */
export function writtenForm(text: string): string {
  return toSimplified(normalise(text)).replaceAll(CITATION, '')
}

/** Cuts an answer into clauses, each with what it stands under. */
export function clausesOf(answer: string): Clause[] {
  const clauses: Clause[] = []
  let heading: string[] = []
  let listHead: string[] = []
  let header: readonly string[] | undefined
  let sentence = 0
  const add = (text: string, above: readonly string[]): void => {
    for (const part of text.split(/(?<=[。！？!?；;])/)) {
      sentence += 1
      for (const clause of part.split(/[，。！？!?；;]|,(?!\d{3}(?!\d))/).flatMap(splitSeries)) {
        if (clause.trim() !== '') clauses.push({ text: clause.trim(), above, sentence })
      }
    }
  }
  for (const raw of writtenForm(answer).split('\n')) {
    const line = raw.trim()
    if (TABLE_ROW.test(line)) {
      if (TABLE_RULE.test(line)) continue
      const cells = line.slice(1, -1).split('|').map(plain)
      if (header === undefined) header = cells
      else cells.forEach((cell, at) => add(cell, [...heading, header?.[at] ?? '', ...(at > 0 ? [cells[0] ?? ''] : [])]))
      continue
    }
    header = undefined
    if (line === '') continue
    const title = (HEADING.exec(line)?.[2] ?? BOLD_HEADING.exec(line)?.[1])?.trim()
    if (title !== undefined) {
      heading = [plain(title)]
      listHead = []
      continue
    }
    if (ITEM.test(raw)) add(plain(line.replace(ITEM, '')), [...heading, ...listHead])
    else {
      const text = plain(line)
      listHead = /[:：]$/.test(text) ? [text] : []
      add(text, heading)
    }
  }
  return clauses
}

function plain(text: string): string {
  return text.replaceAll('**', '').replaceAll('`', '').trim()
}

/** 期满20元、损坏40元 says two things: a series is cut where both sides state a quantity of one kind. */
function splitSeries(clause: string): string[] {
  const parts = clause.split('、')
  if (parts.length === 1) return [clause]
  const kinds = parts.map((part) => readQuantities(part)[0]?.kind)
  return kinds.every((kind) => kind !== undefined && kind === kinds[0]) ? parts : [clause]
}
