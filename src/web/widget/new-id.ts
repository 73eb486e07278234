/** A random id of 128 bits. `randomUUID` is missing on plain-http pages other than localhost; this is not. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
