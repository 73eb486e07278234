/** A quotable piece of a guide section: a sentence of a paragraph, or one whole list item. */
export type Unit = {
  readonly kind: 'sentence' | 'item'
  /** `- ` or `2. ` before an item; empty before a sentence. */
  readonly marker: string
  readonly text: string
  /** The bold words that open an item: 丢失补领 in `**丢失补领**：…`. */
  readonly label: string
  /** Its point by name: the label, the step (第一步), 开头 for what stands before the list and 结尾 for what stands behind it. */
  readonly point: string
}

const ITEM = /^\s*([-*+]|\d{1,2}[.)、])\s+(.*)$/
const LABEL = /^\*\*(.{1,40}?)\*\*/

const STEP = /^第.{1,2}步/u
/** The point of what stands before the list of a section. */
const OPENING = '开头'
const ENDING = '结尾'

/** The name of a point within its guide: `who#代办`, of an item of 常见问题 `faq#离婚可以委托别人办吗`. */
export const pointName = (section: string, point: string): string => `${section}#${point}`

/** The name of what stands before the list of a section. */
export const openingOf = (section: string): string => pointName(section, OPENING)

/** Splits a section's Markdown into sentences and list items, in order. Continuation lines belong to their item. */
export function parseUnits(text: string): Unit[] {
  const units: Unit[] = []
  let open: { marker: string; text: string } | undefined
  const close = () => {
    if (open !== undefined) units.push(itemOf(open))
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
      const point = units.some(({ kind }) => kind === 'item') ? ENDING : OPENING
      for (const sentence of splitSentences(body))
        units.push({ kind: 'sentence', marker: '', text: sentence, label: '', point })
    }
  }
  close()
  return units
}

function itemOf({ marker, text }: { readonly marker: string; readonly text: string }): Unit {
  const label = LABEL.exec(text)?.[1] ?? ''
  return { kind: 'item', marker, text, label, point: label || (STEP.exec(text)?.[0] ?? text) }
}

/** Splits a line into sentences: after 。！？ and the closing marks that follow, and after an English full stop before a space. */
function splitSentences(line: string): string[] {
  return line
    .split(/(?<=[。！？!?][”’」』）)]*)(?![”’」』）)。！？!?])|(?<=\.)\s+(?=[A-Z"])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}
