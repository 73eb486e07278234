/** A body larger than its reader is ready to keep. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge'
}

/** The whole text of a body, UTF-8. @throws BodyTooLarge as soon as more than `limitBytes` have arrived. */
export const readBody = async (body: AsyncIterable<Uint8Array>, limitBytes: number): Promise<string> =>
  (await readBytes(body, limitBytes)).toString('utf8')

/** All bytes of a body. @throws BodyTooLarge as soon as more than `limitBytes` have arrived. */
export const readBytes = async (body: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.byteLength
    if (bytes > limitBytes) throw new BodyTooLarge(`more than ${limitBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
