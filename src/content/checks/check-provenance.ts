import type { GuideHead, Mark } from '../guide.ts'
import type { Problem } from './problem.ts'
import type { YamlPath, YamlSource } from '../reading/yaml-source.ts'

type Marked = {
  readonly mark: Mark
  readonly law?: string | undefined
  readonly article?: string | undefined
  readonly source?: string | undefined
}

/** Mistakes in the numbers of a guide's front matter: a mark without its proof, an id used twice, a date that is none. */
export function checkProvenance(head: GuideHead, source: Pick<YamlSource, 'file' | 'lineOf'>): Problem[] {
  const problems: Problem[] = []
  const report = (path: YamlPath, problem: string, fix: string): void =>
    void problems.push({ file: source.file, line: source.lineOf(path), problem, fix })
  const prove = (path: YamlPath, name: string, number: Marked): void => {
    const lack = missingProof(number)
    if (lack !== undefined)
      report(path, `"${name}" is marked ${number.mark} but has no ${lack}`, `add ${lack}, or mark it unverified`)
  }

  const seen = new Set(['legal-limit', 'promised-limit'])
  const takeId = (path: YamlPath, id: string): void => {
    if (seen.has(id)) report(path, `the id "${id}" is already used in this guide`, 'choose another id')
    seen.add(id)
  }
  head.fees.forEach((fee, index) => {
    takeId(['fees', index, 'id'], fee.id)
    prove(['fees', index], fee.id, fee)
  })
  head.facts.forEach((fact, index) => {
    takeId(['facts', index, 'id'], fact.id)
    prove(['facts', index], fact.id, fact)
    if (fact.unit === 'date' && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(String(fact.value))) {
      report(
        ['facts', index, 'value'],
        `"${fact.id}" should be a date like 2026-11-23`,
        `change ${JSON.stringify(fact.value)}`,
      )
    }
  })
  if (head.legalLimit !== undefined) prove(['legalLimit'], 'legalLimit', head.legalLimit)
  if (head.promisedLimit !== undefined) prove(['promisedLimit'], 'promisedLimit', head.promisedLimit)
  head.legalBasis.forEach((basis, index) => {
    if (basis.mark === 'law' && basis.article === undefined) {
      report(['legalBasis', index], `"${basis.law}" is marked law but has no article`, 'add article, or mark it law-m')
    }
  })
  return problems
}

function missingProof({ mark, law, article, source }: Marked): string | undefined {
  if (mark === 'law' && law === undefined) return 'law'
  if (mark === 'law' && article === undefined) return 'article'
  if (mark === 'law-m' && law === undefined) return 'law'
  if (mark === 'source' && source === undefined) return 'source'
  return undefined
}

/** Articles that the guide's texts may name: those of a `law` mark. */
export function namedArticles(head: GuideHead): ReadonlySet<string> {
  const limits = [head.legalLimit, head.promisedLimit].filter((limit) => limit !== undefined)
  const all: readonly Pick<Marked, 'mark' | 'article'>[] = [...head.legalBasis, ...head.fees, ...head.facts, ...limits]
  return new Set(all.flatMap(({ mark, article }) => (mark === 'law' && article !== undefined ? [article] : [])))
}
