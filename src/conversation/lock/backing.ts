import { sameMeasure, type Quantity, type QuantityKind } from '../../language/index.ts'
import { answeredQuestion } from './answered-question.ts'
import { readLine, type SaidLine, type SaidQuantity } from './said-line.ts'
import { createPlaces, type Place, type Places } from './surroundings.ts'

/** Texts a sentence may be backed by: the sections it cites, in the order of citing. `heading`: the question answered. */
export type Backing = {
  readonly text: string
  readonly textEn?: string | undefined
  readonly pointsEn?: Readonly<Record<string, string>>
  readonly heading?: string
}

/** A quantity that a line of the cited sections states. Equal measures have the same `value`. */
export type StatedQuantity = Place & SaidQuantity & { readonly line: SaidLine }

/** The cited sections, read. `answers`: what their short answers (不能，…) say in the words of the questions. */
export type ReadBacking = {
  readonly lines: readonly SaidLine[]
  readonly answers: readonly SaidLine[]
  /** Lines as they stand, the first of a section also under its heading. */
  readonly quotable: ReadonlySet<string>
  readonly stated: (kind: QuantityKind) => Places<StatedQuantity>
}

/** Sections read lately: an answer quotes the same ones sentence after sentence. */
const MOST_READ = 512
const readLately = new Map<string, ReadBacking>()

export function readBacking(backing: readonly Backing[]): ReadBacking {
  const texts = backing.flatMap(({ text, textEn, pointsEn = {} }) => [
    text,
    ...(textEn === undefined ? [] : [textEn]),
    ...Object.values(pointsEn),
  ])
  const answers = backing
    .map(({ heading, text }) => (heading === undefined ? undefined : answeredQuestion(heading, text)))
    .filter((answer) => answer !== undefined)
  const headed = backing.flatMap(({ heading, text }) => (heading === undefined ? [] : [`${heading}：${text}`]))
  const key = [...texts, ...answers, ...headed].join('\u0000')
  const known = readLately.get(key)
  if (known !== undefined) return known
  const lines = texts.flatMap((text) => sentencesOf(text).map((line) => readLine(line)))
  const places = new Map<QuantityKind, Places<StatedQuantity>>()
  const read: ReadBacking = {
    lines,
    answers: answers.map((answer) => readLine(answer)),
    quotable: new Set([...texts, ...headed].flatMap((text) => sentencesOf(text))),
    stated: (kind) => {
      const ready = places.get(kind) ?? createPlaces(statedIn(lines, kind))
      places.set(kind, ready)
      return ready
    },
  }
  if (readLately.size >= MOST_READ) readLately.clear()
  readLately.set(key, read)
  return read
}

/** The sentences, list items and cells of tables of a text, without list markers and emphasis. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/\n+|(?<=[。；;！？])|(?<=[.!?])\s+(?=[A-Z"])|\s*\|\s*/u)
    .map((line) => line.replaceAll(/^\s*(?:[-*]|\d+[.、])\s+|\*\*/gmu, '').trim())
    .filter((line) => line !== '')
}

function statedIn(lines: readonly SaidLine[], kind: QuantityKind): StatedQuantity[] {
  const measures: Quantity[] = []
  return lines.flatMap((line) =>
    line.quantities
      .filter(({ quantity }) => quantity.kind === kind)
      .map((said) => {
        const known = measures.findIndex((one) => sameMeasure(one, said.quantity))
        return { ...said, line, value: known < 0 ? measures.push(said.quantity) - 1 : known }
      }),
  )
}
