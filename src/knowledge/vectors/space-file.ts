import { readFile, writeFile } from 'node:fs/promises'
import { AppError } from '../../errors.ts'
import type { LatentSpace } from './latent-space.ts'

/** The file of a folder that holds the latent space. */
export const SPACE_FILE = 'space.bin'

/** Writes a space: the length of its header, the header (dimensions and terms) as JSON, the rows as Float32. */
export async function writeSpace(path: string, { dimensions, vocabulary, rows }: LatentSpace): Promise<void> {
  const header = Buffer.from(JSON.stringify({ dimensions, terms: [...vocabulary.keys()] }))
  const size = Buffer.alloc(4)
  size.writeUInt32LE(header.length)
  await writeFile(path, Buffer.concat([size, header, new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength)]))
}

/** Reads a space that `writeSpace` wrote. @throws AppError 'internal' when header and rows do not agree. */
export async function readSpace(path: string): Promise<LatentSpace> {
  const bytes = await readFile(path)
  const start = 4 + bytes.readUInt32LE(0)
  const { dimensions, terms } = JSON.parse(bytes.subarray(4, start).toString('utf8')) as {
    dimensions: number
    terms: string[]
  }
  const rows = new Float32Array(new Uint8Array(bytes.subarray(start)).buffer)
  if (rows.length !== terms.length * dimensions) throw new AppError('internal', 'the saved space is not whole')
  return { dimensions, vocabulary: new Map(terms.map((term, id) => [term, id])), rows }
}
