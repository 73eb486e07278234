import { splitFrontMatter } from '../reading/front-matter.ts'
import { GuideHead } from '../guide.ts'
import type { Mark } from '../guide.ts'
import type { StatedNumber } from '../render-number.ts'
import { checkShape } from '../checks/schema-problems.ts'
import { parseYaml } from '../reading/yaml-source.ts'
import type { YamlPath } from '../reading/yaml-source.ts'
import { lawName } from './article-texts.ts'

/** An article that a staff file rests on. */
export type Citation = {
  readonly file: string
  readonly line: number
  /** What rests on it: the id of a number, legalBasis, or 正文. */
  readonly what: string
  readonly law: string
  readonly article: string
  /** `law` in prose: only confirmed articles may be named there. */
  readonly mark: Mark
  /** The number that the article should state. */
  readonly number?: StatedNumber
}

/** Articles of the front matter of a guide: of its facts, fees, limits and legal basis. Empty for a head with mistakes. */
export function citedInGuide(file: string, text: string): Citation[] {
  const cut = splitFrontMatter(file, text)
  if ('problem' in cut) return []
  const source = parseYaml(file, cut.head, cut.headLine)
  const head = checkShape(source, GuideHead).value
  if (head === undefined) return []
  const citations: Citation[] = []
  const add = (
    path: YamlPath,
    what: string,
    { law, article, mark }: { law?: string | undefined; article?: string | undefined; mark: Mark },
    number?: StatedNumber,
  ): void => {
    if (law === undefined || article === undefined) return
    const told = number === undefined ? {} : { number: { value: number.value, unit: number.unit } }
    citations.push({ file, line: source.lineOf(path), what, law: lawName(law), article, mark, ...told })
  }
  head.facts.forEach((fact, index) => add(['facts', index], fact.id, fact, fact))
  head.fees.forEach((fee, index) => add(['fees', index], fee.id, fee, { value: fee.amount, unit: fee.unit }))
  if (head.legalLimit !== undefined) add(['legalLimit'], 'legalLimit', head.legalLimit, head.legalLimit)
  if (head.promisedLimit !== undefined) add(['promisedLimit'], 'promisedLimit', head.promisedLimit, head.promisedLimit)
  head.legalBasis.forEach((basis, index) => add(['legalBasis', index], 'legalBasis', basis))
  return citations
}

const NAMED = /《([^》]+)》((?:第[一二三四五六七八九十百千零]+条(?:[、和]|至)?)+)/g
const ARTICLE = /第[一二三四五六七八九十百千零]+条/g

/** Articles that the text of a staff file names right after their law: 《居住证暂行条例》第九条、第十条. */
export function citedInProse(file: string, text: string): Citation[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(NAMED)].flatMap(([, law = '', articles = '']) =>
      (articles.match(ARTICLE) ?? []).map((article): Citation => ({
        file,
        line: index + 1,
        what: '正文',
        law: lawName(law),
        article,
        mark: 'law',
      })),
    ),
  )
}
