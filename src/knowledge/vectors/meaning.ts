import type { Embedder } from './embedder.ts'
import { textKey } from './keyed-texts.ts'
import type { KeptVectors, LocalKept } from './kept-vectors.ts'
import type { Passage } from '../passage.ts'
import { embeddedText } from './build-request.ts'
import type { TextVectors } from './text-vectors.ts'
import type { Neighbour } from './vector-index.ts'

/** Search by meaning over the passages of one edition. */
export type Meaning = {
  readonly kind: TextVectors['kind']
  readonly dimensions: number
  /** Passages nearest to a vector. Labels are slots of the edition; similarity is 0 at the model's floor, 1 at most. */
  readonly nearest: (question: ArrayLike<number>, count: number) => Promise<Neighbour[]>
  /** The vector of a question. Rejects while a remote model does not answer. */
  readonly embed: (question: string) => Promise<ArrayLike<number>>
  /** How far the model's word counts against one trained on the language at large, 0..1. */
  readonly trust: number
  /** Puts a passage in the place of another, or behind the last one. */
  readonly put: (slot: number, passage: EmbeddedPassage) => Promise<void>
  /** Writes to disk what is not there yet, so that the next start finds it. */
  readonly save: () => Promise<void>
  /** Vectors in this process, from which those of the next edition are made. */
  readonly local: LocalKept | undefined
}

/** What of a passage is embedded. */
export type EmbeddedPassage = Pick<Passage, 'guideTitle' | 'heading' | 'text'>

type Parts = {
  readonly kept: KeptVectors
  readonly local?: LocalKept
  readonly embedder: Embedder
  /** Key of each passage by slot. */
  readonly keys: readonly string[]
  readonly save?: () => Promise<void>
}

/** Search by meaning with vectors that hold the texts of all passages. */
export function createMeaning({ kept, local, embedder, keys, save }: Parts): Meaning {
  const { vectors, floor } = kept
  const keyOf = [...keys]
  const slotsOf = new Map<string, number[]>()
  keyOf.forEach(hold)

  return {
    kind: vectors.kind,
    dimensions: vectors.dimensions,
    async nearest(question, count) {
      const found = await vectors.nearest(question, count)
      return found.flatMap(({ key, similarity }) =>
        (slotsOf.get(key) ?? []).map((label) => ({
          label,
          similarity: Math.min(1, Math.max(0, (similarity - floor) / (1 - floor))),
        })),
      )
    },
    embed: embedder.embedQuestion,
    trust: embedder.trust,
    async put(slot, passage) {
      const text = embeddedText(passage)
      const key = textKey(text)
      const [vector] = await embedder.embed([text])
      const former = keyOf[slot]
      const others = slotsOf.get(former ?? '')?.filter((other) => other !== slot) ?? []
      const isLeft = former !== undefined && former !== key && others.length === 0
      await vectors.change({ put: vector === undefined ? [] : [[key, vector]], remove: isLeft ? [former] : [] })
      if (former !== undefined) slotsOf.set(former, others)
      keyOf[slot] = key
      hold(key, slot)
    },
    save: () => save?.() ?? Promise.resolve(),
    local,
  }

  function hold(key: string, slot: number): void {
    const slots = slotsOf.get(key)
    if (slots === undefined) slotsOf.set(key, [slot])
    else slots.push(slot)
  }
}
