/** A text with the encoding it was read in; undefined when it is none that spreadsheets are saved in. */
export type DecodedText = { readonly text: string; readonly encoding: string }

/** How much of a file tells whether every second byte is empty. */
const SAMPLE_BYTES = 4096

/** Reads bytes as UTF-8 or UTF-16, with their mark or without, else as GB18030. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const marked = byMark(bytes)
  for (const encoding of marked === undefined ? [...unmarkedWide(bytes), 'utf-8', 'gb18030'] : [marked]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!text.includes('\0')) return { text, encoding }
    } catch {
      // Not this one.
    }
  }
  return undefined
}

function byMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined
}

/** UTF-16 without a mark: commas, digits and line ends leave every second byte empty, on one side only. */
function unmarkedWide(bytes: Uint8Array): string[] {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const emptyAt = (side: number): number => sample.filter((byte, index) => byte === 0 && index % 2 === side).length
  const [even, odd] = [emptyAt(0), emptyAt(1)]
  if (even + odd < sample.length / 50) return []
  return odd > even ? ['utf-16le'] : ['utf-16be']
}
