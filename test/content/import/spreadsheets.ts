import { CFB, utils, write } from '@e965/xlsx'
import type { BookType } from '@e965/xlsx'

/** An Excel file of one sheet. `merges` are ranges as Excel writes them: A1:C1. */
export function workbook(
  rows: readonly (readonly (string | number)[])[],
  { merges = [], type = 'xlsx', origin = 'A1' }: { merges?: readonly string[]; type?: BookType; origin?: string } = {},
): Uint8Array {
  const sheet = utils.sheet_add_aoa(
    utils.aoa_to_sheet([]),
    rows.map((row) => [...row]),
    { origin },
  )
  if (merges.length > 0) sheet['!merges'] = merges.map((range) => utils.decode_range(range))
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '清单')
  return new Uint8Array(write(book, { type: 'array', bookType: type }) as ArrayBuffer)
}

/** What Excel writes when a password is set: an Office container around an encrypted package. */
export function protectedWorkbook(): Uint8Array {
  const container = CFB.utils.cfb_new()
  CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(64, 4))
  CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(5000, 7))
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer)
}

/** A text in GB18030, as far as its two-byte characters reach. */
export function inGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const bytesOf = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) bytesOf.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
    }
  }
  return Uint8Array.from(
    Array.from(text).flatMap((character) => bytesOf.get(character) ?? [character.codePointAt(0) ?? 0]),
  )
}

/** A text in UTF-16, with or without the mark in front. */
export function inUtf16(text: string, { bigEndian = false, mark = true } = {}): Uint8Array {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le')
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes)
}
