import type { ReadBacking } from './backing.ts'
import { documentsIn, statesDocument } from './document-names.ts'
import { negatedIn, readStances, withoutStance, type Matter, type Stance } from './read-polarity.ts'
import type { SaidLine } from './said-line.ts'
import { createPlaces, sharedPairs, wordsOf, wordsOfAll, type Place, type Surroundings } from './surroundings.ts'

/** A part of a line that says yes or no, or could: `stances` is empty where it says neither. */
type StancePart = {
  readonly text: string
  readonly line: SaidLine
  readonly around: Surroundings
  readonly stances: readonly Stance[]
}

/** The parts of the cited lines, and the words that they put under a "not". */
type ReadStances = { readonly parts: readonly StancePart[]; readonly negated: ReadonlySet<string> }

const readLately = new WeakMap<ReadBacking, ReadStances>()

/** The parts of a sentence that turn the cited sections round: needed or not, possible or not, free or not, so or not. */
export function turnedRound(said: SaidLine, backing: ReadBacking): string[] {
  const stated = stancesIn(backing)
  const denied = said.parts.flatMap(({ text }) => negatedIn(text))
  return partsOf(said, new Set([...stated.negated, ...denied]))
    .filter(
      (part) =>
        turnsDocument(part.text, stated.parts) || part.stances.some((stance) => isGainsaid(part, stance, stated.parts)),
    )
    .map(({ text }) => text)
}

/** Whether some part of the guide says the opposite of the same thing, and none that agrees fits what is said as well. */
function isGainsaid(said: StancePart, { matter, says }: Stance, stated: readonly StancePart[]): boolean {
  if (says === 'open') return false
  const places = createPlaces(stated.flatMap((part) => placesOf(part, matter, says)))
  const against = places.all.filter(({ agrees, around }) => !agrees && speaksOfSame(said.around, around))
  const backing = places.all.filter(({ agrees }) => agrees)
  return (
    against.length > 0 &&
    backing.every((place) => against.some((other) => places.fitsBetter(said.around, other, place)))
  )
}

/** A part that takes no side agrees with a yes: 带身份证 asks for it without 需要. What is charged is always said. */
function placesOf(part: StancePart, matter: Matter, says: 'yes' | 'no'): (Place & { agrees: boolean })[] {
  const stance = part.stances.find((one) => one.matter === matter)
  if (stance === undefined && (says === 'no' || !TACIT.has(matter))) return []
  const agrees = stance === undefined || stance.says !== (says === 'yes' ? 'no' : 'yes')
  return [{ line: part.line, around: part.around, agrees, value: agrees ? 0 : 1 }]
}

const TACIT: ReadonlySet<Matter> = new Set(['need', 'can'])
const ENOUGH = 0.5

/** Whether the other place is about what is said: it has at least half of its words, two of them at the least or all. */
function speaksOfSame([said]: Surroundings, [other]: Surroundings): boolean {
  if (said === undefined || other === undefined || said.pairs.size === 0) return false
  const share = sharedPairs(said, other)
  return share === said.pairs.size || (share >= 2 && share >= said.pairs.size * ENOUGH)
}

function stancesIn(backing: ReadBacking): ReadStances {
  const known = readLately.get(backing)
  if (known !== undefined) return known
  const negated = new Set(backing.lines.flatMap(({ parts }) => parts.flatMap(({ text }) => negatedIn(text))))
  const read = { parts: backing.lines.flatMap((line) => partsOf(line, negated)), negated }
  readLately.set(backing, read)
  return read
}

/** The parts of a line, what each says yes or no to, and the words around. A bare 不用 speaks of the whole line. */
function partsOf(line: SaidLine, negatable: ReadonlySet<string>): StancePart[] {
  const { parts } = line
  const words = parts.map(({ bare }) => wordsOf(withoutStance(bare)))
  const whole = wordsOfAll(words)
  return parts.map(({ text }, at) => {
    const own = words[at]
    return {
      text,
      line,
      stances: readStances(text, negatable),
      around: [
        own === undefined || own.pairs.size === 0 ? whole : own,
        wordsOfAll(words.slice(Math.max(0, at - 1), at + 1)),
        whole,
      ],
    }
  })
}

/** What stands under a 不用 is the document, and not its fee: 身份证可以免交工本费 turns no document round. */
const NOT_NEEDED = /不再?需要?|无需|不用|不必|不要|(?:免交|免提交|免于|不再要)(?![^，]{0,8}[费钱])/u
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
