import type { Reading } from '../element.ts'
import { ELEMENT_WORDS, labelBefore } from '../elements/labelled.ts'
import { corrects } from './corrections.ts'
import { isUnderForeignLabel } from './foreign-label.ts'
import { elementOf, type Claim, type FieldToRead } from './field.ts'
import { askedFor } from './asked-for.ts'
import type { Named } from './named.ts'
import { tellsWhoSomebodyIs } from './tells-who.ts'
import {
  isActor,
  isChild,
  isForAnother,
  isOwner,
  isRelative,
  isSomebodyElse,
  lacksOwn,
  ORGANISATION,
  OTHER_SIDE,
  ownerSpokenOf,
  SELF,
  SOMEBODY,
} from './owner.ts'

/** The value is for the field of the very person spoken of. */
const THEIRS = -3
/** A yes-no or text reading holds its own label. */
const INSIDE = 0.5
/**
 * `previousEnd` and `nextStart` bound the words that can belong to a reading, `carried` is whose values the clauses before were
 * about; `alone` when the field has no other reading in the message.
 */
type Bounds = {
  readonly previousEnd: number
  readonly nextStart: number
  readonly carried: number | undefined
  readonly alone: boolean
  /** Who the citizen said she is: an owner, as in {@link speakerIn}. */
  readonly speaker: number | undefined
}

/** How strongly a field claims a reading. */
export function claim(
  folded: string,
  named: Named,
  reading: Reading,
  bounds: Bounds,
  asked: boolean,
  all: readonly Named[],
): Claim | undefined {
  const { field, index } = named
  const before = clauseBefore(folded, reading.start, bounds.previousEnd)
  const after = clauseAfter(folded, reading.end, bounds.nextStart)
  const names = asked ? [...named.labels, ...askedFor(named, bounds.alone, all)] : named.labels
  const introduced = labelBefore(folded, reading.start, names)
  const byWords = () => labelStrength({ ...named, labels: names }, before, after)
  const label = introduced === undefined ? byWords() : 3 + introduced.label.length / 100
  if (introduced === undefined && isUnderForeignLabel(folded, reading, field)) return undefined
  if (introduced !== undefined && isInLongerLabel(folded, named, reading, introduced, all)) return undefined
  const said = ownerSpokenOf(before, folded.slice(0, reading.start))
  if (asked && said !== undefined && said !== SELF && lacksOwn(folded)) return undefined
  const heard = said ?? bounds.carried
  const spoken =
    heard !== undefined && heard === bounds.speaker && !all.some(({ owner }) => owner === heard) ? SELF : heard
  if (tellsWhoSomebodyIs(folded, reading, field, asked)) return undefined
  const least = asked && isForAnother(folded) ? -0.6 : THEIRS
  const relation = asked && field.element === 'choice' && /关系/.test(field.label)
  const fit = Math.max(ownerFit(named, spoken, all, asked), relation ? 0 : least)
  // What only goes on about somebody may be of anybody where no field is hers: 我爸叫…，住….
  const owner = said === undefined && fit > THEIRS && fit < 0 ? 0 : fit
  const known = field.shown !== undefined
  if (owner === THEIRS || (owner < 0 && (label < 3 || known) && !asked)) return undefined
  if (field.undecided === true && owner <= 0 && hasDecided(named, all)) return undefined
  const correcting = known && corrects(folded, reading)
  if (known && !correcting && spoken === undefined && mayBeOfAnother(named, introduced?.label, all)) return undefined
  const standing = correcting ? 0.5 : known ? -0.5 : 0
  const flawed = reading.problem === undefined ? 0 : -0.25
  const score =
    reading.confidence + label + owner + (asked ? 1 : 0) + standing + flawed - index * 0.001 - reading.start * 0.000_001
  const labelled = label > INSIDE || (label > 0 && reading.confidence >= 0.7)
  const restates = known && reading.problem === undefined && isRestated(folded, named, reading, { before, spoken }, all)
  return { field, index, reading, score, labelled, restates, labelStart: introduced?.start }
}

/** 户主姓名 before a name is what the form calls another field, though 姓名 stands in it. */
function isInLongerLabel(
  folded: string,
  { field }: Named,
  { start }: Reading,
  introduced: { readonly start: number; readonly label: string },
  all: readonly Named[],
): boolean {
  return all.some(({ field: other, labels }) => {
    if (other === field || elementOf(other) !== elementOf(field)) return false
    const longer = labelBefore(folded, start, labels)
    return longer !== undefined && longer.start < introduced.start && longer.label.endsWith(introduced.label)
  })
}

const CODES = new Set(['mobile', 'citizen-id', 'bank-card', 'uscc', 'plate', 'email'])
const LIVES = /住|搬|地址/
const ELSEWHERE = /老家|户籍|户口|以前|原来|之前|曾|公司|单位|学校|上班|工作|父母|寄|亲戚|朋友/
const CALLED = /(?:我(?:的名字)?(?:就是|是叫|叫做?)|是我[，,](?:我?叫)?)$/

/**
 * Whether a value that no label introduces is said of the field that has one already: where she lives now, what she is
 * called, a phone number and nothing else. Only where no other field could mean it.
 */
function isRestated(
  folded: string,
  { field }: Named,
  reading: Reading,
  { before, spoken }: { readonly before: string; readonly spoken: number | undefined },
  all: readonly Named[],
): boolean {
  const { element } = field
  const rivals = all.filter(
    ({ field: other }) => other !== field && other.element === element && other.undecided !== true,
  )
  if (element === 'name') return spoken === SELF && CALLED.test(before) && rivals.every(({ owner }) => isOther(owner))
  if (rivals.length > 0) return false
  const alone = folded.replaceAll(/[\s，,。.！!的]/g, '').length <= reading.end - reading.start
  if (CODES.has(element)) return alone
  if (element !== 'address' || reading.confidence < 0.8 || ELSEWHERE.test(before)) return false
  return alone || LIVES.test(before)
}

function isOther(owner: number | undefined): boolean {
  return owner !== undefined && !isOwner(owner, SELF)
}

/** 从, 自: stand before a day and never after it. */
const LEADS = new Set(['从', '自'])

function labelStrength({ labels, stems, field }: Named, before: string, after: string): number {
  const inside = field.element === 'yes-no' || field.element === 'text' ? INSIDE : 0
  if (labels.some((label) => label.length > 1 && before.includes(label))) return 2.5
  if (stems.some((stem) => before.includes(stem))) return 2
  if (
    [...labels, ...stems].some((label) => label.length > 1 && after.includes(label)) ||
    stems.some((stem) => !LEADS.has(stem) && after.startsWith(stem))
  )
    return 1.5
  return inside
}

/** Whether another field takes such values for sure: one that may never apply is then only for words that say whose they are. */
function hasDecided({ field, owner }: Named, all: readonly Named[]): boolean {
  if (owner === undefined) return false
  return all.some(({ field: other }) => other.undecided !== true && other.element === field.element)
}

/** Who somebody is. A phone may be that of whoever acts, whomever the matter is about. */
const IDENTITY = new Set(['name', 'citizen-id', 'passport'])

/** Whether a field is about the person for whom somebody fills the form in: what the latter says of herself is no value of it. */
function isOfAnother({ field, owner }: Owned, all: readonly Owned[], others: readonly Owned[]): boolean {
  if (owner === undefined) return IDENTITY.has(field.element) && others.some((other) => acts(other))
  return owner !== SELF && !isActor(owner) && all.some((other) => acts(other))
}

/** Whether a number or name of which nobody knows whose it is may as well be that of another, whose field is still empty. */
function mayBeOfAnother({ field }: Named, label: string | undefined, all: readonly Named[]): boolean {
  const element = elementOf(field)
  if (element === undefined || !IDENTITY.has(element)) return false
  if (label !== undefined && !ELEMENT_WORDS[element].includes(label)) return false
  return all.some(
    ({ field: other }) =>
      other.element === element && other !== field && other.shown === undefined && other.undecided !== true,
  )
}

/** How to reach somebody, and who somebody is. */
const PERSONS = new Set([...IDENTITY, 'mobile', 'bank-card'])

const HER_OWN = /^(?:本人|申请人)的?/u

/**
 * Whether a field named by its kind alone (姓名, 手机号), or as hers (申请人姓名), is the citizen's own, so that what she says of
 * a relative is none of it.
 * A form that may have a guardian may be about her child, under the same labels.
 */
function isHerOwn(field: FieldToRead, spoken: number, all: readonly Owned[]): boolean {
  const element = elementOf(field)
  if (element === undefined || !PERSONS.has(element) || !isRelative(spoken)) return false
  if (!ELEMENT_WORDS[element].includes(field.label.replace(HER_OWN, ''))) return false
  return !all.some((one) => (isChild(spoken) ? isActor(one.owner) : acts(one)))
}

type Owned = Pick<Named, 'field' | 'owner'>

/** Whether the field is about somebody who surely acts for another. */
function acts({ field, owner }: Owned): boolean {
  return isActor(owner) && field.undecided !== true
}

/** Positive when the words name the field's owner, negative when they name somebody else, or one whose own field is another. */
function ownerFit({ owner, field }: Named, spoken: number | undefined, all: readonly Named[], asked: boolean): number {
  if (spoken === undefined) return 0
  // Before it is known whether anybody acts, who speaks is the citizen.
  const unsure = isActor(owner) && field.undecided === true
  if (owner !== undefined && isOwner(owner, spoken) && !(unsure && spoken === SELF)) return 2
  const others = all.filter((other) => other.field !== field && other.field.element === field.element)
  if (spoken === SELF && isOfAnother({ field, owner }, all, others)) return THEIRS
  if (spoken === SELF && owner === undefined)
    return others.some((other) => other.owner !== undefined && isOwner(other.owner, SELF)) ? 0 : 0.2
  if (spoken === SOMEBODY && others.length > 0 && isActor(owner)) return THEIRS
  if (spoken === SOMEBODY)
    return owner === undefined && others.some((other) => other.owner !== undefined && !isActor(other.owner)) ? -0.6 : 0
  if (owner === undefined) {
    // 公司裁员 tells of what happened, not of the company's number.
    if (
      (spoken === ORGANISATION || spoken === OTHER_SIDE) &&
      (field.element === 'choice' || field.element === 'yes-no')
    )
      return 0
    if (others.some((other) => other.owner !== undefined && isOwner(other.owner, spoken))) return THEIRS
    // Asked for her own name, what her husband is called is no answer, even where no field wants it yet.
    const isHers = field.labels.includes('本人姓名') && /[您你]/.test(field.ask ?? '您')
    if (field.element === 'name' && isHers && isSomebodyElse(spoken)) return THEIRS
    return !asked && isHerOwn(field, spoken, all) ? THEIRS : -0.6
  }
  if (owner === SELF && isHerOwn(field, spoken, all)) return THEIRS
  // What the mother is called is never what the child is called.
  if (IDENTITY.has(field.element) && isSomebodyElse(owner) && isSomebodyElse(spoken) && owner !== OTHER_SIDE)
    return THEIRS
  // The deceased, an agent or the other side is somebody to her: asked for, 我爸 is that very person.
  const known = all.some(({ owner: other }) => other !== undefined && isOwner(other, spoken))
  if (asked && spoken !== SELF && spoken !== ORGANISATION && !known) return 0
  // 我叫… says her own name, asked whatever relative's.
  if (field.element === 'name' && spoken === SELF && isSomebodyElse(owner)) return THEIRS
  const elsewhere = others.some((other) => other.owner === undefined || isOwner(other.owner, spoken))
  return spoken === SELF && !elsewhere ? 0 : -1.5
}

function clauseBefore(folded: string, start: number, previousEnd: number): string {
  const words = folded.slice(Math.max(previousEnd, start - 24, 0), start)
  // 先报我老婆的，3502…, 申请人是我，陈某某: what ends so goes on.
  // 被公司裁的 is told to its end.
  const clauses = words.split(
    /[。；;！!？?\n]|(?<!的|是我)[，,](?!\s?(?:应该是|是|改成|改为|换成))|(?<=被[^，,。]{1,8}的)[，,]/,
  )
  return (clauses.at(-1) ?? '').toLowerCase()
}

function clauseAfter(folded: string, end: number, nextStart: number): string {
  return (
    folded.slice(end, Math.min(end + 8, Math.max(end, nextStart))).split(/[，,。；;！!？?\n]/)[0] ?? ''
  ).toLowerCase()
}
