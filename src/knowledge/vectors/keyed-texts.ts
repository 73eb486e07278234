import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Passage } from '../passage.ts'
import { embeddedText } from './build-request.ts'

/** The texts of an edition under keys made from them, and the key of each passage by slot. */
export type KeyedTexts = {
  readonly keys: readonly string[]
  readonly texts: ReadonlyMap<string, string>
}

/** Passages that stay as they are from one edition to the next keep their keys. */
const keyed = new WeakMap<object, { readonly key: string; readonly text: string }>()

/** Passages read between two pauses: a few milliseconds. */
const BATCH = 500

/** Gives the passages their keys. Passages of one text share one. @throws the reason of `signal` once it is aborted. */
export async function keyTexts(
  passages: readonly Pick<Passage, 'guideTitle' | 'heading' | 'text'>[],
  signal: AbortSignal,
): Promise<KeyedTexts> {
  const keys: string[] = []
  const texts = new Map<string, string>()
  for (const passage of passages) {
    let known = keyed.get(passage)
    if (known === undefined) {
      const text = embeddedText(passage)
      keyed.set(passage, (known = { key: textKey(text), text }))
    }
    const { key, text } = known
    keys.push(key)
    texts.set(key, text)
    if (keys.length % BATCH === 0) {
      await setImmediate()
      signal.throwIfAborted()
    }
  }
  return { keys, texts }
}

/** 128 bits of SHA-256 in hexadecimal: what a database takes for a UUID. */
export function textKey(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
