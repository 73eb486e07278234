import {
  compileCondition,
  renderChinese,
  renderEnglish,
  type Condition,
  type StatedNumber,
} from '../../content/index.ts'
import type { Benefit, BenefitAmount, Guide, ProfileField } from '../../content/index.ts'
import { compileService } from '../forms/compile-service.ts'
import { FEE_AT_WINDOW } from '../forms/fee-text.ts'
import type { FieldValues, Form } from '../forms/form.ts'
import type { Language } from '../counter.ts'
import { englishWords } from '../words/english-words.ts'

/** The service under which the profile of a citizen is kept: filled in like a form, and never filed. */
export const BENEFITS = 'benefits'

/** A benefit (免申即享) with its rules ready to be asked. */
export type CompiledBenefit = {
  readonly benefit: Benefit
  readonly rules: readonly { readonly rule: Benefit['rules'][number]; readonly when: Condition }[]
  /** First entry that holds decides. */
  readonly amounts: readonly {
    readonly text: Readonly<Record<Language, string>>
    readonly when: Condition | undefined
  }[]
}

/** What a benefit comes to for what is known: every rule with its verdict, and what is missing to decide. */
export type BenefitMatch = {
  readonly id: string
  readonly title: string
  readonly guide: string
  /** The form that claims it; null where the guide says how. */
  readonly service: string | null
  readonly verdict: 'yes' | 'no' | 'open'
  readonly amount: string
  readonly rules: readonly {
    readonly id: string
    readonly reason: string
    readonly cite: string
    /** null while something is missing. */
    readonly met: boolean | null
  }[]
  readonly missing: readonly { readonly field: string; readonly label: string; readonly ask: string }[]
  /** What to do when one disagrees. */
  readonly review: string
}

type Content = {
  readonly benefits: ReadonlyMap<string, Benefit>
  readonly guides: ReadonlyMap<string, Guide>
  readonly profile: ReadonlyMap<string, ProfileField>
}

/** Compiles the rules of every benefit over the profile. */
export function compileBenefits({ benefits, guides, profile }: Content): CompiledBenefit[] {
  const fields = [...profile.values()]
  return [...benefits.values()].map((benefit) => ({
    benefit,
    rules: benefit.rules.map((rule) => ({ rule, when: compileCondition(rule.when, fields) })),
    amounts: benefit.amount.map((entry) => ({
      text: amountText(entry, guides.get(benefit.guide)),
      when: entry.when === undefined ? undefined : compileCondition(entry.when, fields),
    })),
  }))
}

const AT_WINDOW: Readonly<Record<Language, string>> = { zh: FEE_AT_WINDOW, en: englishWords.fee(FEE_AT_WINDOW) }

function amountText({ fact, fee }: BenefitAmount, guide: Guide | undefined): Readonly<Record<Language, string>> {
  const inWords = (number: StatedNumber) => ({ zh: renderChinese(number), en: renderEnglish(number) })
  const number = guide?.facts.find(({ id }) => id === fact)
  if (number !== undefined && number.mark !== 'unverified') return inWords(number)
  const paid = guide?.fees.find(({ id }) => id === fee)
  if (paid === undefined || paid.mark === 'unverified') return AT_WINDOW
  return inWords({ value: paid.amount, unit: paid.unit })
}

/** What is read of a benefit in a language; where staff wrote no English the Chinese stands. */
function wordsOf({ title, titleEn, review, reviewEn }: Benefit, language: Language) {
  return language === 'zh' ? { title, review } : { title: titleEn, review: reviewEn ?? review }
}

/** A benefit under the values known so far, in a language. `profile` is spoken in it already. */
export function matchBenefit(
  { benefit, rules, amounts }: CompiledBenefit,
  values: FieldValues,
  {
    profile,
    today,
    language = 'zh',
  }: { profile: ReadonlyMap<string, ProfileField>; today: string; language?: Language },
): BenefitMatch {
  const judged = rules.map(({ rule, when }) => ({ rule, when, holds: when.evaluate(values, today) }))
  const verdict = judged.some(({ holds }) => holds === false)
    ? 'no'
    : judged.every(({ holds }) => holds === true)
      ? 'yes'
      : 'open'
  const open = judged.flatMap(({ when, holds }) => (holds === 'unknown' ? when.references : []))
  const missing = [...new Set(open)].flatMap((id) => {
    const field = values[id] === undefined ? profile.get(id) : undefined
    return field === undefined ? [] : [{ field: id, label: field.label, ask: field.ask }]
  })
  return {
    id: benefit.id,
    ...wordsOf(benefit, language),
    guide: benefit.guide,
    service: benefit.service ?? null,
    verdict,
    amount: (amounts.find(({ when }) => when === undefined || when.evaluate(values, today) === true)?.text ??
      AT_WINDOW)[language],
    rules: judged.map(({ rule: { id, reason, reasonEn, cite }, holds }) => ({
      id,
      reason: language === 'zh' ? reason : (reasonEn ?? reason),
      cite,
      met: holds === 'unknown' ? null : holds,
    })),
    missing,
  }
}

/** The profile as a form of its own: it asks what would decide the benefits that are nearest, and nothing else. */
export function benefitForm(content: Content, benefits: readonly CompiledBenefit[]): Form {
  const { profile } = content
  const form = compileService(
    {
      id: BENEFITS,
      guide: BENEFITS,
      title: '查一查能享受的政策',
      titleEn: 'Which benefits are open to me',
      completion: 'online',
      fields: [...profile.values()].map(({ source: _source, ...field }) => ({ ...field, required: false })),
      situations: [],
      eligibility: [],
      materials: [],
      fee: [],
      declaration: '',
      limit: 'none',
      acting: { child: 'form', adult: 'form' },
      gateway: { department: '', itemCode: '' },
    },
    { fees: [] },
  )
  return {
    ...form,
    asks: (values, today) =>
      nextQuestions(
        benefits.map((each) => ({
          ...matchBenefit(each, values, { profile, today }),
          told: toldOf(each, values, today),
        })),
      ),
  }
}

/** Rules that hold for what the citizen told; one that holds for everybody says nothing of her. */
function toldOf({ rules }: CompiledBenefit, values: FieldValues, today: string): number {
  return rules.filter(
    ({ when }) => when.references.some((id) => values[id] !== undefined) && when.evaluate(values, today) === true,
  ).length
}

/** Questions that decide the benefits nearest to what was told; with nothing told, those that decide most benefits. */
function nextQuestions(matches: readonly (BenefitMatch & { readonly told: number })[]): string[] {
  const open = matches.filter(({ verdict }) => verdict === 'open')
  const most = Math.max(0, ...open.map(({ told }) => told))
  const near = open.filter(({ told }) => told === most)
  const counts = new Map<string, number>()
  for (const { missing } of near) for (const { field } of missing) counts.set(field, (counts.get(field) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one).map(([field]) => field)
}
