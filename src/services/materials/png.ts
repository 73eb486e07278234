import { crc32 } from 'node:zlib'

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
/** Chunks that make up the picture; text, time, Exif and profiles go. */
const KEPT: readonly string[] = ['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'pHYs', 'IDAT', 'IEND']
/** Larger than any phone's camera or scanner at A3, 600 dpi; more would fill the memory of whoever opens it. */
const MAX_PIXELS = 120_000_000

/** The same picture without what was written about it, and without what follows its end. Undefined when it is no whole PNG, or unpacks to too much. */
export function stripPng(bytes: Buffer): Buffer | undefined {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return undefined
  const kept: Buffer[] = [SIGNATURE]
  let seenData = false
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return undefined
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return undefined
    if (name === 'IHDR' && bytes.readUInt32BE(at + 8) * bytes.readUInt32BE(at + 12) > MAX_PIXELS) return undefined
    if (at === 8 && name !== 'IHDR') return undefined
    if (KEPT.includes(name)) kept.push(bytes.subarray(at, end))
    seenData ||= name === 'IDAT'
    if (name === 'IEND') return seenData ? Buffer.concat(kept) : undefined
    at = end
  }
  return undefined
}
