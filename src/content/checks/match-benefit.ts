import type { Benefit } from '../benefit.ts'
import { checkProse } from './check-prose.ts'
import { namedArticles } from './check-provenance.ts'
import { conditionMistake } from '../condition.ts'
import type { ConditionField } from '../condition.ts'
import type { Guide } from '../guide.ts'
import type { KnownFiles } from '../reading/known-files.ts'
import { nearestWord } from './nearest-word.ts'
import type { Problem } from './problem.ts'
import { referencesOf, renderReferences } from './references.ts'
import { unsourcedNumbers } from './sourced-numbers.ts'
import type { YamlPath, YamlSource } from '../reading/yaml-source.ts'

/** Mistakes of a benefit: its conditions over the profile, their numbers, its citations, its amount, its texts. */
export function matchBenefit(
  benefit: Benefit,
  profile: readonly ConditionField[],
  known: KnownFiles,
  source: YamlSource,
): Problem[] {
  const problems: Problem[] = []
  const report = (path: YamlPath, problem: string, fix: string): void =>
    void problems.push({ file: source.file, line: source.lineOf(path), problem, fix })
  const guide = known.guides.get(benefit.guide)
  const sound = (path: YamlPath, when: string | undefined, cited: Guide | undefined): void => {
    if (when === undefined) return
    const mistake = conditionMistake(when, profile)
    if (mistake !== undefined)
      return report(
        path,
        `the condition "${when}" is wrong: ${mistake}`,
        'correct the condition, or add to profile.yaml',
      )
    if (guide === undefined) return
    for (const number of unsourcedNumbers(when, cited === undefined ? [guide] : [guide, cited])) {
      report(
        path,
        `${number} in the condition "${when}" is a number without source`,
        `put it under facts of ${guide.file} with its mark, or leave the rule out`,
      )
    }
  }

  for (const [kind, id] of [['guide', benefit.guide] as const, ['service', benefit.service] as const]) {
    const mistake = id === undefined ? undefined : known.missing(kind, id)
    if (mistake !== undefined) report([kind], ...mistake)
  }
  benefit.rules.forEach((rule, index) => {
    if (benefit.rules.findIndex(({ id }) => id === rule.id) < index)
      report(['rules', index, 'id'], `the id "${rule.id}" stands in rules a second time`, 'choose another id')
    const [id = '', slug = ''] = rule.cite.split('#')
    const cited = known.guides.get(id)
    const mistake = known.missing('guide', id)
    if (mistake !== undefined) report(['rules', index, 'cite'], mistake[0], `cite ${benefit.guide}#who`)
    else if (cited !== undefined && !cited.sections.some((section) => section.slug === slug)) {
      report(
        ['rules', index, 'cite'],
        `"${rule.cite}" leads to no section`,
        'use who, materials, how, time, fees, where, faq or basis',
      )
    }
    sound(['rules', index, 'when'], rule.when, cited)
  })
  benefit.amount.forEach((entry, index) => {
    sound(['amount', index, 'when'], entry.when, undefined)
    if (guide === undefined) return
    const mistake = amountMistake(entry, guide)
    if (mistake !== undefined) report(['amount', index], ...mistake)
  })
  return guide === undefined ? problems : [...problems, ...proseProblems(benefit, guide, source)]
}

/** The benefit with every `{{id}}` in its texts put in words. */
export function renderBenefit(benefit: Benefit, guide: Guide): Benefit {
  const references = referencesOf(guide)
  const say = (text: string): string => renderReferences(text, references, 'zh')
  const english = (text: string): string => renderReferences(text, references, 'en')
  const { rules, review, reviewEn } = benefit
  return {
    ...benefit,
    rules: rules.map(({ reason, reasonEn, ...rule }) => ({
      ...rule,
      reason: say(reason),
      ...(reasonEn === undefined ? {} : { reasonEn: english(reasonEn) }),
    })),
    review: say(review),
    ...(reviewEn === undefined ? {} : { reviewEn: english(reviewEn) }),
  }
}

function amountMistake({ fact, fee }: Benefit['amount'][number], guide: Guide): [string, string] | undefined {
  if (fact !== undefined && fee !== undefined) return ['an amount names a fact and a fee', 'keep one of them']
  const [part, id, ids] =
    fact === undefined ? (['fee', fee, guide.fees] as const) : (['fact', fact, guide.facts] as const)
  if (id === undefined) return undefined
  const number = ids.find((candidate) => candidate.id === id)
  if (number === undefined) {
    const meant = nearestWord(
      id,
      ids.map((candidate) => candidate.id),
    )
    const fix = meant === undefined ? `add it to the guide, or leave ${part} out` : `write ${part}: ${meant}`
    return [`the guide has no ${part} "${id}"`, fix]
  }
  if (number.mark !== 'unverified') return undefined
  return [`the ${part} "${id}" is unverified`, `leave ${part} out: the card then says 以窗口公布为准`]
}

function proseProblems(benefit: Benefit, guide: Guide, source: YamlSource): Problem[] {
  const rules = { file: source.file, references: referencesOf(guide), articles: namedArticles(guide) }
  const texts: { path: YamlPath; text: string | undefined }[] = [
    { path: ['review'], text: benefit.review },
    { path: ['reviewEn'], text: benefit.reviewEn },
    ...benefit.rules.flatMap(({ reason, reasonEn }, index) => [
      { path: ['rules', index, 'reason'], text: reason },
      { path: ['rules', index, 'reasonEn'], text: reasonEn },
    ]),
  ]
  return texts.flatMap(({ path, text }) => {
    if (text === undefined) return []
    const line = source.lineOf(path)
    return checkProse({ text, line }, rules).map((problem) => ({ ...problem, line }))
  })
}
