/** Words below this, of 100, are guesses. */
const SURE = 60
/** Fewer characters are specks on a portrait, not a paper. */
const LEAST = 8
/** Kept, in UTF-16 units, as of a PDF. */
const MAX_TEXT = 6000

/** The words that Tesseract is sure of, a line a line, out of its table (`tsv`); null where there are too few. */
export function sureText(table: string): string | null {
  const lines = new Map<string, string>()
  for (const row of table.split('\n')) {
    const [level, page, block, paragraph, line, , , , , , confidence, word = ''] = row.split('\t')
    if (level !== '5' || Number(confidence) < SURE) continue
    const key = [page, block, paragraph, line].join('.')
    lines.set(key, (lines.get(key) ?? '') + word.trim())
  }
  const text = [...lines.values()].filter((line) => line !== '').join('\n')
  return text.replaceAll('\n', '').length < LEAST ? null : text.slice(0, MAX_TEXT)
}
