import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import { AppError } from '../errors.ts'

const ROOT = 'v1.'
const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32
/** `v2.`, the id of the key, a dot. */
const KEYED = /^v2\.(k[0-9a-f]{8})\./

/** A key of the ring as it is stored: sealed with the key of the installation. */
export type StoredKey = { readonly id: string; readonly keySealed: string; readonly state: string }

/** Encryption at rest and keyed digests, all from one secret. */
export type Sealing = {
  readonly seal: (text: string) => string
  /** @throws AppError 'store-unavailable' when the text was altered, cut off, or sealed with another key. */
  readonly unseal: (sealed: string) => string
  readonly digest: (secret: string) => string
  /** What every text sealed from now on begins with: it names the key. */
  readonly prefix: () => string
  /** Takes the keys of the ring; texts are sealed with the `active` one from now on, with the installation's own when none is. */
  readonly takeKeys: (keys: readonly StoredKey[]) => void
}

const unreadable = (cause?: unknown): AppError =>
  new AppError('store-unavailable', '保存的内容无法读取：内容被改动，或密钥不符。', { cause })

const encrypt = (key: KeyObject, prefix: string, text: string): string => {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(prefix))
  const body = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return prefix + body.toString('base64url')
}

const decrypt = (key: KeyObject, prefix: string, sealed: string): string => {
  const encoded = sealed.slice(prefix.length)
  const body = Buffer.from(encoded, 'base64url')
  // The decoder forgives strange characters; comparing the way back does not.
  const whole = sealed.startsWith(prefix) && body.toString('base64url') === encoded
  if (!whole || body.length < NONCE_BYTES + TAG_BYTES) throw unreadable()
  try {
    const nonce = body.subarray(0, NONCE_BYTES)
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(prefix))
      .setAuthTag(body.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(body.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch (cause) {
    throw unreadable(cause)
  }
}

/** A new key of the ring, ready to be stored. `seal` seals with the key of the installation itself. */
export const newKey = (seal: (text: string) => string): Pick<StoredKey, 'id' | 'keySealed'> => ({
  id: `k${randomBytes(4).toString('hex')}`,
  keySealed: seal(randomBytes(KEY_BYTES).toString('hex')),
})

/**
 * A sealed text is its prefix and the base64url of nonce (96 random bits), ciphertext and tag (128 bits); the prefix is
 * authenticated with it. `v1.` is sealed with the installation's own key, `v2.<key id>.` with a key of the ring.
 * Two keys are derived from the secret (HKDF-SHA-256), one for sealing and one for digests (HMAC-SHA-256, 64 hexadecimal digits).
 */
export const createSealing = (secret: string): Sealing => {
  // NOTE: a key object is prepared once; raw bytes would be prepared at every call, at four times the cost.
  const derive = (purpose: string): KeyObject =>
    createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'bianban', purpose, KEY_BYTES)))
  const rootKey = derive('seal')
  const digestKey = derive('digest')
  let ring: ReadonlyMap<string, KeyObject> = new Map()
  let active: { readonly prefix: string; readonly key: KeyObject } = { prefix: ROOT, key: rootKey }

  return {
    seal: (text) => encrypt(active.key, active.prefix, text),

    unseal: (sealed) => {
      const [prefix = ROOT, id = ''] = KEYED.exec(sealed) ?? []
      const key = prefix === ROOT ? rootKey : ring.get(id)
      if (key === undefined) throw unreadable()
      return decrypt(key, prefix, sealed)
    },

    digest: (secretText) => createHmac('sha256', digestKey).update(secretText).digest('hex'),

    prefix: () => active.prefix,

    takeKeys: (keys) => {
      const open = ({ keySealed }: StoredKey): KeyObject =>
        createSecretKey(Buffer.from(decrypt(rootKey, ROOT, keySealed), 'hex'))
      ring = new Map(keys.map((stored) => [stored.id, ring.get(stored.id) ?? open(stored)]))
      const chosen = keys.find(({ state }) => state === 'active')?.id ?? ''
      const key = ring.get(chosen)
      active = key === undefined ? { prefix: ROOT, key: rootKey } : { prefix: `v2.${chosen}.`, key }
    },
  }
}
