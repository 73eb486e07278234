import { createHash } from 'node:crypto'

/** SHA-256 of a file's text, in hexadecimal: two contents with the same hash read the same. */
export function contentHash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
