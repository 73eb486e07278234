import { isDeepStrictEqual } from 'node:util'
import type { LexicalDials } from './lexical-index.ts'
import { raritiesOf, sumsFor, weighFields, type Postings } from './lexical-postings.ts'
import type { Steps } from '../steps.ts'
import type { TermBook } from './term-book.ts'
import type { CountedField } from './term-counts.ts'
import { lengthsOf, weighingOf, type Weighing } from './weighing.ts'

/** Documents of which most stood in a former index too. */
export type Patch = {
  readonly documents: readonly (readonly CountedField[])[]
  /** Where each stood among the former ones; -1 for one that is new. */
  readonly placesBefore: Int32Array
  readonly dials: LexicalDials
}

/** Terms whose postings are copied between two pauses. */
const TERMS_A_STEP = 10_000
/** Above every slot. */
const MOST = 0x7fffffff

/**
 * The postings that laying out the documents anew would give, made of the former ones. Undefined when the lengths of
 * the documents have changed so far that all impacts are others.
 */
export function* patchPostings(
  former: Postings,
  { documents, placesBefore, dials }: Patch,
): Steps<Postings | undefined> {
  const weighing = weighingOf(lengthsOf(documents), dials)
  if (!isDeepStrictEqual(weighing, former.weighing)) return undefined
  yield
  const { book } = former
  const { places, fresh } = placesOf(placesBefore, former.size)
  const added = yield* impactsOf(fresh, documents, book, weighing)
  const draft = draftFor(former, added)
  const terms = book.size()
  for (let id = 0; id < terms; id += TERMS_A_STEP) {
    copyTerms(former, { places, added, draft }, id, Math.min(terms, id + TERMS_A_STEP))
    yield
  }
  const { starts, peaks, slots, impacts } = draft
  const used = starts[terms] ?? 0
  const size = documents.length
  const rarity = raritiesOf(starts, size)
  return {
    size,
    book,
    starts,
    slots: slots.subarray(0, used),
    impacts: impacts.subarray(0, used),
    rarity,
    peaks,
    weighing,
  }
}

type Added = ReadonlyMap<number, { readonly slots: number[]; readonly impacts: number[] }>
type Draft = Pick<Postings, 'starts' | 'slots' | 'impacts' | 'peaks'>
type Copying = { readonly places: Int32Array; readonly added: Added; readonly draft: Draft }

function draftFor({ slots, book }: Postings, added: Added): Draft {
  const room = slots.length + Iterator.from(added.values()).reduce((sum, own) => sum + own.slots.length, 0)
  return {
    starts: new Uint32Array(book.size() + 1),
    slots: new Uint32Array(room),
    impacts: new Float32Array(room),
    peaks: new Float32Array(book.size()),
  }
}

/** Copies the postings of some terms, in which slots rise, with those that are added. */
function copyTerms(former: Postings, copying: Copying, from: number, to: number): void {
  for (let id = from; id < to;) {
    const end = endOfUnchanged(former, copying, id, to)
    if (end > id) copyUnchanged(former, copying.draft, id, end)
    if (end < to) mergeTerm(former, copying, end)
    id = end + 1
  }
}

/** The first term from `from` on with a posting that goes, moves or is added. */
function endOfUnchanged({ starts, slots }: Postings, { places, added }: Copying, from: number, to: number): number {
  for (let id = from; id < to; id++) {
    if (added.has(id)) return id
    const end = starts[id + 1] ?? 0
    for (let at = starts[id] ?? end; at < end; at++) {
      const slot = slots[at] ?? 0
      if (places[slot] !== slot) return id
    }
  }
  return to
}

function copyUnchanged({ starts, slots, impacts, peaks }: Postings, draft: Draft, from: number, to: number): void {
  // Terms that are new to the book have no former postings.
  const last = starts.length - 1
  const first = starts[Math.min(from, last)] ?? 0
  const end = starts[Math.min(to, last)] ?? 0
  const begin = draft.starts[from] ?? 0
  draft.slots.set(slots.subarray(first, end), begin)
  draft.impacts.set(impacts.subarray(first, end), begin)
  draft.peaks.set(peaks.subarray(from, to), from)
  for (let id = from; id < to; id++) draft.starts[id + 1] = begin + (starts[Math.min(id + 1, last)] ?? 0) - first
}

function mergeTerm(former: Postings, { places, added, draft }: Copying, id: number): void {
  const { starts, slots, impacts, peaks } = draft
  const own = added.get(id)
  const begin = starts[id] ?? 0
  let used = begin
  let next = 0
  let awaited = own?.slots[0] ?? MOST
  const end = former.starts[id + 1] ?? 0
  for (let at = former.starts[id] ?? end; at <= end; at++) {
    const slot = at === end ? MOST : (places[former.slots[at] ?? 0] ?? -1)
    if (slot < 0) continue
    for (; awaited < slot; awaited = own?.slots[++next] ?? MOST) {
      slots[used] = awaited
      impacts[used++] = own?.impacts[next] ?? 0
    }
    if (at === end) break
    slots[used] = slot
    impacts[used++] = former.impacts[at] ?? 0
  }
  let peak = 0
  for (let at = begin; at < used; at++) peak = Math.max(peak, impacts[at] ?? 0)
  starts[id + 1] = used
  peaks[id] = peak
}

/** By former slot the slot of now, -1 where there is none; and the slots that have no former one. Order is kept, for slots must rise. */
function placesOf(placesBefore: Int32Array, formerSize: number): { places: Int32Array; fresh: number[] } {
  const places = new Int32Array(formerSize).fill(-1)
  const fresh: number[] = []
  let last = -1
  for (let slot = 0; slot < placesBefore.length; slot++) {
    const before = placesBefore[slot] ?? -1
    if (before <= last) fresh.push(slot)
    else places[(last = before)] = slot
  }
  return { places, fresh }
}

/** By term its impacts in the documents of some slots, slots rising. */
function* impactsOf(
  slots: readonly number[],
  documents: Patch['documents'],
  book: TermBook,
  weighing: Weighing,
): Steps<Added> {
  const found = new Map<number, { slots: number[]; impacts: number[] }>()
  const sums = sumsFor(book)
  for (const slot of slots) {
    for (const [id, impact] of weighFields(documents[slot] ?? [], book, weighing, sums)) {
      const list = found.get(id)
      if (list === undefined) found.set(id, { slots: [slot], impacts: [impact] })
      else {
        list.slots.push(slot)
        list.impacts.push(impact)
      }
    }
    yield
  }
  return found
}
