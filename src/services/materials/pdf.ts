import { inflateSync } from 'node:zlib'
import { extractText, getDocumentProxy } from 'unpdf'

/** What a document does of itself, or carries besides its pages. Source: ISO 32000-1, 12.6 and 7.11.4. */
const ACTIVE = /\/(?:JavaScript|Launch|EmbeddedFiles?|OpenAction|RichMedia|SubmitForm|ImportData|XFA)(?![A-Za-z])/
const ENCRYPTED = /\/Encrypt(?![A-Za-z])/
const OBJECTS = /\/ObjStm(?![A-Za-z])/

/** Most that the packed parts of a document may unpack to, together. */
const MAX_UNPACKED = 64 * 1024 * 1024
const MAX_STREAMS = 20_000
/** A dictionary before its stream. */
const DICTIONARY = 4096
/** Kept of the text layer, in UTF-16 units: the first pages of a certificate or contract. */
const MAX_TEXT = 6000
const MAX_PAGES = 200

export type PdfVerdict =
  | { readonly ok: true; readonly text: string | null }
  | { readonly ok: false; readonly why: 'active' | 'bomb' | 'locked' | 'broken' }

/**
 * Looks a PDF through: refused are scripts and other things that act of themselves, attachments, passwords, what unpacks
 * to more than a document would, and what does not open. `text` is its text layer; null for a scan.
 */
export async function readPdf(bytes: Buffer): Promise<PdfVerdict> {
  const whole = plainNames(bytes.toString('latin1'))
  if (ENCRYPTED.test(whole)) return { ok: false, why: 'locked' }
  if (ACTIVE.test(whole)) return { ok: false, why: 'active' }
  const packed = lookIntoStreams(bytes)
  if (packed !== undefined) return { ok: false, why: packed }
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    try {
      if (document.numPages > MAX_PAGES) return { ok: false, why: 'bomb' }
      if ((await document.getJSActions()) !== null || (await document.getAttachments()) !== null)
        return { ok: false, why: 'active' }
      const { text } = await extractText(document, { mergePages: true })
      const trimmed = text.trim().slice(0, MAX_TEXT)
      return { ok: true, text: trimmed === '' ? null : trimmed }
    } finally {
      await document.cleanup()
    }
  } catch {
    return { ok: false, why: 'broken' }
  }
}

/** Names may be spelt with `#` and two hexadecimal digits for a letter. */
function plainNames(text: string): string {
  return text.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Unpacks every stream; objects may hide in them. */
function lookIntoStreams(bytes: Buffer): 'active' | 'bomb' | 'broken' | undefined {
  let left = MAX_UNPACKED
  let streams = 0
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue
    streams += 1
    if (streams > MAX_STREAMS) return 'bomb'
    const before = plainNames(bytes.toString('latin1', Math.max(0, at - DICTIONARY), at))
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    const start = at + (bytes[at + 6] === 0x0d ? 8 : 7)
    const unpacked = unpack(bytes.subarray(start), left)
    if (unpacked === 'bomb') return 'bomb'
    // A list of objects packed in another way than the usual one cannot be looked into.
    if (OBJECTS.test(dictionary) && unpacked === undefined && dictionary.includes('/Filter')) return 'broken'
    if (unpacked === undefined) continue
    left -= unpacked.length
    if (ACTIVE.test(plainNames(unpacked.toString('latin1')))) return 'active'
  }
  return undefined
}

/** What a stream unpacks to; undefined when it is not packed by deflate. */
function unpack(packed: Buffer, most: number): Buffer | 'bomb' | undefined {
  const end = packed.indexOf('endstream')
  try {
    return inflateSync(end === -1 ? packed : packed.subarray(0, end), { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    return error instanceof RangeError ? 'bomb' : undefined
  }
}
