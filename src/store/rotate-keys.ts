import { setTimeout as sleep } from 'node:timers/promises'
import { activateKey, countOld, forgetOldKeys, prepareKey, resealAll } from './key-ring.ts'
import { openRing, READ_KEYS_MS, type StoreOptions } from './open-store.ts'

/** What a rotation did. */
export type Rotation = { readonly key: string; readonly resealed: number }

type RotationOptions = StoreOptions & {
  /** How long other processes have to learn of a key; 0 where none runs. Default: twice as long as they take. */
  readonly settleMs?: number
  readonly batch?: number
  readonly noted?: (done: number) => void
}

const BATCH = 200
const MOST_SWEEPS = 20

/**
 * Gives the installation a new key for what it keeps, and seals everything anew with it while the house goes on working.
 * Every process first learns the key, then uses it; old keys are forgotten once nothing is sealed with them. Stopped
 * anywhere, the data stay readable, and the next call goes on.
 */
export async function rotateKeys(options: RotationOptions): Promise<Rotation> {
  const { settleMs = 2 * READ_KEYS_MS, batch = BATCH, noted = () => undefined } = options
  await using opened = await openRing(options)
  const { ring } = opened
  // A rotation that was cut off is finished before another begins.
  const before = await ring.db.selectFrom('sealingKeys').selectAll().where('state', 'in', ['active', 'old']).execute()
  const unfinished = before.some(({ state }) => state === 'old') || (before.length > 0 && (await countOld(ring)) > 0)
  const active = before.find(({ state }) => state === 'active')?.id
  let key = active
  if (key === undefined || !unfinished) {
    key = await prepareKey(ring, Date.now())
    await sleep(settleMs)
    await activateKey(ring, key)
    await sleep(settleMs)
  }
  let resealed = 0
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    resealed += await resealAll(ring, batch, noted)
    if ((await countOld(ring)) === 0) break
  }
  if ((await countOld(ring)) === 0) await forgetOldKeys(ring)
  return { key, resealed }
}

/** The key in use, and how many texts another one sealed. */
export async function keysInUse(options: StoreOptions): Promise<{ readonly prefix: string; readonly old: number }> {
  await using opened = await openRing(options)
  return { prefix: opened.ring.sealing.prefix(), old: await countOld(opened.ring) }
}
