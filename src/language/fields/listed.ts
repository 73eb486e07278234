import { clausesOf } from '../clause.ts'
import type { Reading } from '../element.ts'
import { foldCharacters } from '../script.ts'
import type { FieldToRead } from './field.ts'

/** What stands between things that share what is said of them: 电、水都要. */
const AND = /^(?:[、\s]|和|跟|与|还有|以及)*$/u
const DECLINED = /不|免|没必要|别|自己(?:弄|装|拉|办)|已经|早就|[有通装好]了/u
const WANTED = /要|装|接|通|开|报|拉|上|得|办/u

/** A field of several that ask the same of different things (是否报装用电, 是否报装用水), and by which words its thing goes. */
type Thing = { readonly field: string; readonly words: readonly string[] }

/**
 * What is said of each of several things that yes-no fields of one kind ask for, where an answer to one of them names more
 * than one: 电要，水要，气不要. By field id; empty where only one is named, or one is said to be both.
 */
export function readListed(
  text: string,
  fields: readonly FieldToRead[],
  asked: string | undefined,
): ReadonlyMap<string, Reading> {
  const things = thingsBeside(fields, asked)
  const folded = foldCharacters(text)
  const said = clausesOf(folded).flatMap((clause) => saidInClause(folded, clause, things))
  const readings = new Map<string, Reading>()
  for (const { field, value, start, end } of said) {
    const held = readings.get(field)
    if (held !== undefined && held.value !== String(value)) return new Map()
    readings.set(field, { value: String(value), text: text.slice(start, end), start, end, confidence: 0.85 })
  }
  return readings.size > 1 ? readings : new Map()
}

type Said = { readonly field: string; readonly value: boolean; readonly start: number; readonly end: number }

function saidInClause(
  folded: string,
  clause: { readonly start: number; readonly end: number },
  things: readonly Thing[],
): Said[] {
  const words = folded.slice(clause.start, clause.end)
  const named = things
    .flatMap(({ field, words: names }) => {
      const found = names.map((name) => ({ at: words.indexOf(name), length: name.length })).filter(({ at }) => at >= 0)
      const first = found.toSorted((one, other) => one.at - other.at || other.length - one.length)[0]
      return first === undefined ? [] : [{ field, at: first.at, end: first.at + first.length }]
    })
    .toSorted((one, other) => one.at - other.at)
  const said: Said[] = []
  let value: boolean | undefined
  for (const { field, at, end } of named.toReversed()) {
    const next = named.find((other) => other.at >= end)?.at ?? words.length
    const rest = words.slice(end, next)
    // 只要电: what is wanted is told before it.
    const told = AND.test(rest) && next === words.length ? words.slice(0, named[0]?.at) : rest
    if (!AND.test(rest) || next === words.length)
      value = DECLINED.test(told) ? false : WANTED.test(told) ? true : undefined
    if (value !== undefined) said.push({ field, value, start: clause.start + at, end: clause.start + end })
  }
  return said
}

/** The fields whose labels begin as that of the one asked, each by what its own words have besides. */
function thingsBeside(fields: readonly FieldToRead[], asked: string | undefined): readonly Thing[] {
  const field = fields.find(({ id, element }) => id === asked && element === 'yes-no')
  const stem = /^是否\p{Script=Han}{2}/u.exec(field?.label ?? '')?.[0]
  if (stem === undefined) return []
  const kin = fields.filter(({ element, label }) => element === 'yes-no' && label.startsWith(stem))
  if (kin.length < 3) return []
  return kin.map(({ id, label, labels }) => ({
    field: id,
    words: [label.slice(stem.length), ...labels].map((name) => foldCharacters(name).replace(/^用(?=.)/u, '')),
  }))
}
