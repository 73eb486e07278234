import type { ReadBacking } from './backing.ts'
import { documentsIn, statesDocument } from './document-names.ts'
import { negatedIn, readStances, withoutStance, type Matter, type Stance } from './read-polarity.ts'
import type { SaidLine } from './said-line.ts'
import {
  createPlaces,
  sharedPairs,
  wordsOf,
  wordsOfAll,
  type Place,
  type Places,
  type Surroundings,
} from './surroundings.ts'

/** A part of a line, and what it says yes or no to. `bare`: nothing else, so that it speaks of the whole line (不用，…). */
type StancePart = {
  readonly text: string
  readonly line: SaidLine
  readonly bare: boolean
  readonly around: Surroundings
  readonly stances: readonly Stance[]
}

/** A part that says the same of a matter, or the opposite. */
type StancePlace = Place & { readonly agrees: boolean; readonly tacit: boolean }

/** The cited sections: their parts, the words that they put under a "not", and who says what of a matter. */
type ReadStances = {
  readonly parts: readonly StancePart[]
  readonly negated: ReadonlySet<string>
  readonly placesOf: (stance: Stance) => Places<StancePlace>
}

/** The parts of a sentence that turn the cited sections round: needed or not, possible or not, free or not, so or not. */
export function turnedRound(said: SaidLine, backing: ReadBacking): string[] {
  const stated = stancesIn(backing)
  const denied = said.parts.flatMap(({ text }) => negatedIn(text))
  return partsOf(said, new Set([...stated.negated, ...denied]))
    .filter(
      (part) =>
        turnsDocument(part.text, stated.parts) || part.stances.some((stance) => isGainsaid(part, stance, stated)),
    )
    .map(({ text }) => text)
}

/** Whether some part of the guide says the opposite of the same thing, and none that agrees fits what is said as well. */
function isGainsaid({ around, bare }: StancePart, stance: Stance, stated: ReadStances): boolean {
  if (stance.says === 'open') return false
  const places = stated.placesOf(stance)
  const against = places.all.filter((place) => !place.agrees && speaksOfSame(around, place.around))
  if (against.length === 0) return false
  return places.all
    .filter(({ agrees, tacit }) => agrees && !(bare && tacit))
    .every((place) =>
      against.some((other) => (place.tacit && place.line === other.line) || places.fitsBetter(around, other, place)),
    )
}

const TACIT: ReadonlySet<Matter> = new Set(['need', 'can'])

/**
 * A part that takes no side agrees tacitly with a yes: 带身份证 asks for it without 需要. Beside a no in one line it is
 * only what the no is said of. What is charged is always said.
 */
function placeOf(part: StancePart, { matter, says }: Stance, at: number): StancePlace[] {
  const stance = stanceOf(part, matter)
  const tacit = stance === undefined
  if (tacit && (says === 'no' || !TACIT.has(matter))) return []
  const agrees = tacit || stance.says !== (says === 'yes' ? 'no' : 'yes')
  return [{ line: part.line, around: part.around, agrees, tacit, value: tacit ? at : agrees ? -1 : -2 }]
}

function stanceOf({ text, stances }: StancePart, matter: Matter): Stance | undefined {
  const word = matter.startsWith('is ') ? matter.slice(3) : undefined
  return word === undefined
    ? stances.find((one) => one.matter === matter)
    : readStances(text, new Set([word])).find((one) => one.matter === matter)
}

/** Whether the other place is about what is said: all of the one's words are the other's, or two and half of what is said. */
function speaksOfSame([said]: Surroundings, [other]: Surroundings): boolean {
  if (said === undefined || other === undefined) return false
  const share = sharedPairs(said, other)
  const least = Math.min(said.pairs.size, other.pairs.size)
  return share > 0 && (share === least || (share >= 2 && share >= said.pairs.size / 2))
}

const readLately = new WeakMap<ReadBacking, ReadStances>()

function stancesIn(backing: ReadBacking): ReadStances {
  const known = readLately.get(backing)
  if (known !== undefined) return known
  const lines = [...backing.lines, ...backing.answers]
  const negated = new Set(lines.flatMap(({ parts }) => parts.flatMap(({ text }) => negatedIn(text))))
  const parts = lines.flatMap((line) => partsOf(line, negated))
  const byStance = new Map<string, Places<StancePlace>>()
  const read: ReadStances = {
    parts,
    negated,
    placesOf: (stance) => {
      const key = `${stance.says} ${stance.matter}`
      const ready = byStance.get(key) ?? createPlaces(parts.flatMap((part, at) => placeOf(part, stance, at)))
      byStance.set(key, ready)
      return ready
    },
  }
  readLately.set(backing, read)
  return read
}

/** The parts of a line, what each says yes or no to, and the words around. */
function partsOf(line: SaidLine, negatable: ReadonlySet<string>): StancePart[] {
  const words = line.parts.map(({ bare }) => wordsOf(withoutStance(bare)))
  const whole = wordsOfAll(words)
  return line.parts.map(({ text }, at) => {
    const own = words[at]
    const bare = own === undefined || own.pairs.size === 0
    const near = wordsOfAll(words.slice(Math.max(0, at - 1), at + 1))
    return { text, line, bare, stances: readStances(text, negatable), around: [bare ? whole : own, near, whole] }
  })
}

/** What stands under a 不用 is the document, and not its fee: 身份证可以免交工本费 turns no document round. */
const NOT_NEEDED = /(?:不再?需要?|无需|不用|不必|不要|免交|免提交|免于|不再要)(?![^，]{0,8}[费钱])/u
const NEEDED = /需要?|须|应当|必须|要带|提交|提供|携带/u

/** Whether a part says that a document is not needed where every part that speaks of it asks for it, or the reverse. */
function turnsDocument(text: string, stated: readonly StancePart[]): boolean {
  return documentsIn(text).some((name) => {
    const speaking = stated.filter((part) => statesDocument(part.text, name))
    if (speaking.length === 0) return false
    if (NOT_NEEDED.test(text)) return speaking.every((part) => !NOT_NEEDED.test(part.text))
    if (NEEDED.test(text)) return speaking.every((part) => NOT_NEEDED.test(part.text))
    return false
  })
}
