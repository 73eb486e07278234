const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP14 = 0xee
const APP15 = 0xef
const COMMENT = 0xfe

/**
 * The same picture without what the camera wrote about it: place, time, device, thumbnail, comments, and anything after its
 * end. Only which way up it is stays. Undefined when it is no whole JPEG.
 * Source: ITU-T T.81 annex B; Exif 2.32.
 */
export function stripJpeg(bytes: Buffer): Buffer | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let at = 2
  let seenScan = false
  while (at + 4 <= bytes.length || bytes[at + 1] === EOI) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === EOI) return seenScan ? Buffer.concat([...kept, bytes.subarray(at, at + 2)]) : undefined
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length) return undefined
    const segment = bytes.subarray(at, end)
    if (marker === APP1) kept.push(...uprightOnly(segment))
    else if (!isMetadata(marker)) kept.push(segment)
    at = end
    if (marker !== SOS) continue
    seenScan = true
    const after = scanEnd(bytes, at)
    kept.push(bytes.subarray(at, after))
    at = after
  }
  return undefined
}

/** Application segments but JFIF and Adobe's colour transform, which a decoder needs; and comments. */
function isMetadata(marker: number): boolean {
  return (marker >= APP0 && marker <= APP15 && marker !== APP0 && marker !== APP14) || marker === COMMENT
}

/** Where entropy-coded data ends: at a marker that is neither a stuffed byte nor a restart. */
function scanEnd(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at
    at = bytes.indexOf(0xff, at + 1)
  }
  return bytes.length
}

/** An Exif segment of one entry, the orientation; nothing where the picture stands upright. */
function uprightOnly(segment: Buffer): Buffer[] {
  const orientation = orientationOf(segment)
  if (orientation === undefined || orientation < 2 || orientation > 8) return []
  const exif = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010001000000000000', 'hex')
  exif.writeUInt16BE(orientation, 28)
  return [exif]
}

function orientationOf(segment: Buffer): number | undefined {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0') return undefined
  const tiff = segment.subarray(10)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const directory = long(4)
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * 12
    if (at + 12 > tiff.length) return undefined
    if (short(at) === 0x0112) return short(at + 8)
  }
  return undefined
}
