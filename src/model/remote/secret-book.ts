import { elements, type ElementContext, type ElementId, type Reading } from '../../language/index.ts'

/** Elements a remote model never sees, with the word their tokens carry. */
const SECRETS: readonly (readonly [ElementId, string])[] = [
  ['citizen-id', '证件'],
  ['hmt-residence-permit', '证件'],
  ['taiwan-travel-permit', '证件'],
  ['passport', '证件'],
  ['driver-licence', '证件'],
  ['bank-card', '卡号'],
  ['mobile', '手机'],
]
/** Secrets are read by shape alone; no date is relative here. */
const BY_SHAPE: ElementContext = { today: '2000-01-01' }
const TOKEN = /⟨(?:证件|卡号|手机)\d+⟩/g
const MIGHT_BE_TOKEN = /⟨[^⟨⟩]{0,8}$/

/** The secrets of one prompt and their tokens, given in the order they are first met. */
export type SecretBook = {
  /** The text with identity, card and phone numbers as ⟨证件1⟩, ⟨卡号1⟩, ⟨手机1⟩. The same number is the same token. */
  readonly tokenise: (text: string) => string
  /** The reverse, for tool inputs; unknown tokens stay as they are. */
  readonly restore: (text: string) => string
  /** For text that is shown: tokens become the masked form, 138****0000. */
  readonly mask: (text: string) => string
}

type Found = Reading & { readonly element: ElementId; readonly word: string }

/** Creates an empty book; one serves one call of a model. */
export function createSecretBook(): SecretBook {
  const byWords = new Map<string, string>()
  const byToken = new Map<string, { words: string; shown: string }>()
  const counts = new Map<string, number>()

  const tokenOf = ({ element, value, text, word }: Found): string => {
    const known = byWords.get(`${word}${value}`)
    if (known) return known
    const count = (counts.get(word) ?? 0) + 1
    const token = `⟨${word}${count}⟩`
    counts.set(word, count)
    byWords.set(`${word}${value}`, token)
    byToken.set(token, { words: text, shown: elements[element].show(value, BY_SHAPE) })
    return token
  }

  return {
    tokenise: (text) => {
      let result = ''
      let from = 0
      for (const secret of findSecrets(text)) {
        result += text.slice(from, secret.start) + tokenOf(secret)
        from = secret.end
      }
      return result + text.slice(from)
    },
    restore: (text) => text.replace(TOKEN, (token) => byToken.get(token)?.words ?? token),
    mask: (text) => text.replace(TOKEN, (token) => byToken.get(token)?.shown ?? token),
  }
}

/** Secrets in the order of their place, none overlapping another: the longer and surer reading stands. */
function findSecrets(text: string): Found[] {
  // Every secret has at least six digits in a row, perhaps spaced; texts without are most texts.
  if (!/(?:[0-9０-９][\s-]?){6}/.test(text)) return []
  const found = SECRETS.flatMap(([element, word]) =>
    elements[element].read(text, BY_SHAPE).map((reading): Found => ({ ...reading, element, word })),
  )
  found.sort((a, b) => b.end - b.start - (a.end - a.start) || b.confidence - a.confidence)
  const kept: Found[] = []
  for (const secret of found) {
    if (kept.every(({ start, end }) => secret.end <= start || secret.start >= end)) kept.push(secret)
  }
  return kept.sort((a, b) => a.start - b.start)
}

/** Splits streamed text where a token might still be going on, so that none is shown in halves. */
export function splitBeforeToken(text: string): { ready: string; held: string } {
  const at = MIGHT_BE_TOKEN.exec(text)?.index ?? text.length
  return { ready: text.slice(0, at), held: text.slice(at) }
}

/** The text with every identity, card and phone number as a token, and the book that restores it. */
export function tokeniseSecrets(text: string): { text: string; book: SecretBook } {
  const book = createSecretBook()
  return { text: book.tokenise(text), book }
}

/** The text with the book's tokens turned back into what the citizen wrote. */
export function restoreSecrets(text: string, book: SecretBook): string {
  return book.restore(text)
}
