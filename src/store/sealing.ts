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

const VERSION = 'v1.'
const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

/** Encryption at rest and keyed digests, all from one secret. */
export type Sealing = {
  readonly seal: (text: string) => string
  /** @throws AppError 'store-unavailable' when the text was altered, cut off, or sealed with another key. */
  readonly unseal: (sealed: string) => string
  readonly digest: (secret: string) => string
}

const unreadable = (cause?: unknown): AppError =>
  new AppError('store-unavailable', '保存的内容无法读取：内容被改动，或密钥不符。', { cause })

/**
 * A sealed text is `v1.` and the base64url of nonce (96 random bits), ciphertext and tag (128 bits); the version is authenticated with it.
 * Two keys are derived from the secret (HKDF-SHA-256), one for sealing and one for digests (HMAC-SHA-256, 64 hexadecimal digits).
 */
export const createSealing = (secret: string): Sealing => {
  // NOTE: a key object is prepared once; raw bytes would be prepared at every call, at four times the cost.
  const derive = (purpose: string): KeyObject =>
    createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'bianban', purpose, KEY_BYTES)))
  const sealingKey = derive('seal')
  const digestKey = derive('digest')

  const seal = (text: string): string => {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv(CIPHER, sealingKey, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(VERSION))
    const body = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    return VERSION + body.toString('base64url')
  }

  const unseal = (sealed: string): string => {
    const encoded = sealed.slice(VERSION.length)
    const body = Buffer.from(encoded, 'base64url')
    // The decoder forgives strange characters; comparing the way back does not.
    const whole = sealed.startsWith(VERSION) && body.toString('base64url') === encoded
    if (!whole || body.length < NONCE_BYTES + TAG_BYTES) throw unreadable()
    try {
      const nonce = body.subarray(0, NONCE_BYTES)
      const decipher = createDecipheriv(CIPHER, sealingKey, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(VERSION))
        .setAuthTag(body.subarray(-TAG_BYTES))
      return Buffer.concat([decipher.update(body.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8')
    } catch (cause) {
      throw unreadable(cause)
    }
  }

  const digest = (secretText: string): string => createHmac('sha256', digestKey).update(secretText).digest('hex')

  return { seal, unseal, digest }
}
