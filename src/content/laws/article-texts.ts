import { z } from 'zod'

/** One line of the file of articles. */
const Article = z.object({ law: z.string(), date: z.string(), no: z.string(), text: z.string() })

/** The text of a law at one date, by article: 第九条 → its text. */
export type LawText = {
  readonly date: string
  readonly articles: ReadonlyMap<string, string>
  /** The law says itself that its days are working days. */
  readonly inWorkingDays: boolean
}

/**
 * Reads articles from JSON lines of `{law, date, no, section, text}`; of a law in several versions the newest counts.
 * `unreadable` are the lines (from 1) that are none.
 */
export function readArticleTexts(jsonLines: string): {
  readonly laws: ReadonlyMap<string, LawText>
  readonly unreadable: readonly number[]
} {
  const laws = new Map<string, { date: string; articles: Map<string, string>; inWorkingDays: boolean }>()
  const unreadable: number[] = []
  jsonLines.split('\n').forEach((line, index) => {
    if (line.trim() === '') return
    const article = parse(line)
    if (article === undefined) return void unreadable.push(index + 1)
    const name = lawName(article.law)
    const known = laws.get(name)
    if (known !== undefined && known.date > article.date) return
    const law =
      known?.date === article.date
        ? known
        : { date: article.date, articles: new Map<string, string>(), inWorkingDays: false }
    law.articles.set(article.no, article.text)
    if (article.text.includes('以工作日计算')) law.inWorkingDays = true
    laws.set(name, law)
  })
  return { laws, unreadable }
}

/** The name of a law without the name of the state, quotes and the note of its version: 社会保险法. */
export function lawName(written: string): string {
  return written
    .replace(/[《》]/g, '')
    .replace(/^中华人民共和国/, '')
    .replace(/[（(].*[）)]$/, '')
    .trim()
}

function parse(line: string): z.infer<typeof Article> | undefined {
  try {
    return Article.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}
