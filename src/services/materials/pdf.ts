import { inflateSync } from 'node:zlib'
import { extractText, getDocumentProxy } from 'unpdf'

/**
 * What a document does of itself, or carries besides its pages. A name that may also be that of a font counts only with a value
 * that is an action; a document that opens at a certain page does nothing. Source: ISO 32000-1, 12.6 and 7.11.4.
 */
const ACTIVE = new RegExp(
  [
    '/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|XFA|GoToE|GoToR|FileAttachment|Rendition)(?![A-Za-z])',
    String.raw`/OpenAction(?![A-Za-z])(?!\s*\[)`,
    String.raw`/AA\s*(?:<<|\d+\s+\d+\s+R)`,
    String.raw`/JS\s*(?:[(<]|\d+\s+\d+\s+R)`,
  ].join('|'),
)
const ENCRYPTED = /\/Encrypt(?![A-Za-z])/
/** A stream with objects in it; its type need not be named, where the first of them stands has to be. */
const OBJECTS = /\/(?:ObjStm|First)(?![A-Za-z])/
const FILTERED = /\/(?:Filter|DecodeParms)(?![A-Za-z])/
const PREDICTED = /\/DecodeParms(?![A-Za-z])/
/** Annotations that carry a file or play something. */
const CARRIERS = new Set(['FileAttachment', 'RichMedia', 'Screen', 'Movie', 'Sound', '3D'])

/** Most that the packed parts of a document may unpack to, together. */
const MAX_UNPACKED = 64 * 1024 * 1024
const MAX_STREAMS = 20_000
/** Longest dictionary of a stream that is read. */
const MAX_DICTIONARY = 65_536
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
      if (await acts(document)) return { ok: false, why: 'active' }
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

/** What the reader itself finds, however it is packed: scripts of the document, its fields and pages, attachments, carriers. */
async function acts(document: Awaited<ReturnType<typeof getDocumentProxy>>): Promise<boolean> {
  if ((await document.getJSActions()) !== null || (await document.getAttachments()) !== null) return true
  if (await document.hasJSActions()) return true
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    if ((await page.getJSActions()) !== null) return true
    const annotations: readonly { readonly subtype?: string; readonly actions?: object | null }[] =
      await page.getAnnotations()
    if (annotations.some(({ subtype = '', actions }) => CARRIERS.has(subtype) || (actions ?? null) !== null))
      return true
    page.cleanup()
  }
  return false
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
    const from = bytes.lastIndexOf('obj', at)
    if (from !== -1 && at - from > MAX_DICTIONARY) return 'broken'
    const dictionary = from === -1 ? '' : plainNames(bytes.toString('latin1', from, at))
    const start = at + (bytes[at + 6] === 0x0d ? 8 : 7)
    const unpacked = unpack(bytes.subarray(start), left)
    if (unpacked === 'bomb') return 'bomb'
    // A list of objects packed in another way than the usual one cannot be looked into.
    if (OBJECTS.test(dictionary) && (unpacked === undefined ? FILTERED : PREDICTED).test(dictionary)) return 'broken'
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
