/** A quotable piece of a guide section: a sentence of a paragraph, or one whole list item. */
export type Unit = {
  readonly kind: 'sentence' | 'item'
  /** `- ` or `2. ` before an item; empty before a sentence. */
  readonly marker: string
  readonly text: string
  /** The bold words that open an item: 丢失补领 in `**丢失补领**：…`. */
  readonly label: string
}

const ITEM = /^\s*([-*+]|\d{1,2}[.)、])\s+(.*)$/
const LABEL = /^\*\*(.{1,40}?)\*\*/

/** Splits a section's Markdown into sentences and list items, in order. Continuation lines belong to their item. */
export function parseUnits(text: string): Unit[] {
  const units: Unit[] = []
  let open: { marker: string; text: string } | undefined
  const close = () => {
    if (open)
      units.push({ kind: 'item', marker: open.marker, text: open.text, label: LABEL.exec(open.text)?.[1] ?? '' })
    open = undefined
  }
  for (const line of text.split('\n')) {
    const item = ITEM.exec(line)
    const body = line.trim()
    if (item) {
      close()
      const bullet = item[1] ?? '-'
      open = { marker: /\d/.test(bullet) ? `${bullet.replace(/\D/g, '')}. ` : '- ', text: (item[2] ?? '').trim() }
    } else if (body === '') close()
    else if (open && /^\s/.test(line)) open.text += body
    else {
      close()
      for (const sentence of splitSentences(body))
        units.push({ kind: 'sentence', marker: '', text: sentence, label: '' })
    }
  }
  close()
  return units
}

/** Splits a line into sentences: after 。！？ and the closing marks that follow, and after an English full stop before a space. */
function splitSentences(line: string): string[] {
  return line
    .split(/(?<=[。！？!?][”’」』）)]*)(?![”’」』）)。！？!?])|(?<=\.)\s+(?=[A-Z"])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

const CLAUSE_END = /[。！？；!?]|\.(?=\s|$)/gu

/**
 * The unit with the citation set at the end of each sentence and each half set off by ；, before the mark that closes
 * it, so that no part of a quotation can be read without its source.
 */
export function citeUnit(unit: Unit, token: string): string {
  const cite = `${/\p{Script=Han}/u.test(unit.text) ? '' : ' '}[${token}]`
  const ended = /[。！？；!?.][”’」』）)]*$/u.test(unit.text)
  return `${unit.marker}${unit.text.replaceAll(CLAUSE_END, (mark) => `${cite}${mark}`)}${ended ? '' : cite}`
}
