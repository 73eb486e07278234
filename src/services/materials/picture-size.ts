import type { PictureSize } from './attached.ts'

const SOS = 0xda
/** Start-of-frame markers of T.81, without DHT, JPG and DAC, which share their range. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** How many pixels a picture has by its own header; null where it does not say. `png` and `jpeg` must be whole. */
export function pictureSize(content: Buffer, type: 'image/jpeg' | 'image/png'): PictureSize | null {
  return type === 'image/png'
    ? { width: content.readUInt32BE(16), height: content.readUInt32BE(20) }
    : frameSize(content)
}

function frameSize(jpeg: Buffer): PictureSize | null {
  for (let at = 2; at + 9 <= jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg[at + 1] ?? 0
    if (isFrame(marker)) return { width: jpeg.readUInt16BE(at + 7), height: jpeg.readUInt16BE(at + 5) }
    if (marker === SOS) return null
  }
  return null
}

/**
 * Shortest side, in pixels. Of a paper: an identity card (54 mm) scanned at 300 dpi has 638. Of a portrait: 358 × 441 is the
 * picture for an identity card. Source: GA 461-2004; checked 2026-11-27.
 */
const SHORTEST_PX = { paper: 600, portrait: 350 } as const

/** True for a picture too small for a clerk to read. Whether it is blurred is not judged. */
export function isTooSmall(size: PictureSize | null, of: keyof typeof SHORTEST_PX): boolean {
  return size !== null && Math.min(size.width, size.height) < SHORTEST_PX[of]
}
