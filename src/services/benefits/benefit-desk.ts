import { AppError } from '../../errors.ts'
import type { ApplicationView, FillResult, GivenValue } from '../application.ts'
import { knownValues, type KeptValues } from '../forms/applicable-fields.ts'
import { BENEFITS, matchBenefit, type BenefitMatch } from './benefit-rules.ts'
import type { SignedIn } from '../citizen-desk.ts'
import type { Counter } from '../counter.ts'
import type { CounterTools } from '../counter-tools.ts'
import { deriveValue } from '../forms/derive-value.ts'
import type { Form } from '../forms/form.ts'
import { createLedger } from '../kept/ledger.ts'
import { standingOf } from '../drafts/standing.ts'
import { DRAFT_STATUSES } from '../transitions.ts'
import { shanghaiDate } from '../cases/working-days.ts'
import type { FormWords } from '../words/form-words.ts'

/** Benefits without applying (免申即享): the rules over what is known of a citizen, and her one confirmation to claim. */
export type BenefitDesk = {
  /** Opens the profile of the conversation, with what is known already, and matches it. */
  readonly openBenefits: (on: {
    conversationId: string
    citizen?: SignedIn | undefined
  }) => Promise<FillResult & { readonly matches: readonly BenefitMatch[] }>
  /** What is known so far, matched; undefined while nobody asked. */
  readonly benefits: (conversationId: string) => Promise<readonly BenefitMatch[] | undefined>
  /**
   * Opens the form that claims a benefit, filled with what is known; its review and confirmation file it.
   * @throws AppError 'not-found' for an unknown benefit; 'conflict' where a rule is not met or still open, or no form claims it.
   */
  readonly claimBenefit: (claim: {
    conversationId: string
    benefit: string
    citizen?: SignedIn | undefined
  }) => Promise<FillResult>
}

/** Opens the desk. `start`: how a draft begins. */
export function createBenefitDesk(tools: CounterTools, { start }: Pick<Counter, 'start'>): BenefitDesk {
  const { store, clock } = tools
  const ledger = createLedger(tools)

  const matchAll = (kept: KeptValues): BenefitMatch[] => {
    const form = tools.form(BENEFITS)
    if (form === undefined) return []
    const today = shanghaiDate(clock())
    const values = knownValues(standingOf(form, kept, today).states)
    const profile = new Map(tools.spoken(form).fields.map(({ field }) => [field.id, field]))
    const order = ['yes', 'open', 'no']
    return tools
      .benefits()
      .map((benefit) => matchBenefit(benefit, values, { profile, today, language: tools.language }))
      .sort((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict))
  }

  const profileOf = async (conversationId: string) =>
    (await ledger.list(store.db, conversationId, DRAFT_STATUSES)).find(({ service }) => service === BENEFITS)

  const matchedIn = async ({ id, ...on }: Pick<ApplicationView, 'id'> & { conversationId: string }) =>
    matchAll((await ledger.load(store.db, on.conversationId, id)).kept)

  return {
    openBenefits: async ({ conversationId, citizen }) => {
      const values = citizen === undefined ? {} : birthDate(citizen, shanghaiDate(clock()))
      const opened = await start({ conversationId, service: BENEFITS, values, citizen })
      return { ...opened, matches: await matchedIn({ id: opened.application.id, conversationId }) }
    },

    benefits: async (conversationId) => {
      const profile = await profileOf(conversationId)
      return profile === undefined ? undefined : matchAll(profile.kept)
    },

    claimBenefit: async ({ conversationId, benefit, citizen }) => {
      const profile = await profileOf(conversationId)
      const kept: KeptValues = profile?.kept ?? new Map()
      const match = matchAll(kept).find(({ id }) => id === benefit)
      if (match === undefined) throw AppError.saying('not-found', 'no-benefit')
      if (match.verdict !== 'yes') throw whyNot(match, tools.words)
      const form = match.service === null ? undefined : tools.form(match.service)
      if (form === undefined) throw AppError.saying('conflict', 'benefit-elsewhere')
      const known = form.fields.flatMap(({ field }): [string, GivenValue][] => {
        const held = kept.get(field.id)
        const same = profile === undefined ? undefined : tools.form(BENEFITS)?.byId.get(field.id)?.field
        return held === undefined || same?.element !== field.element ? [] : [[field.id, held]]
      })
      const values = { ...Object.fromEntries(known), ...forHerself(form) }
      return start({ conversationId, service: form.service.id, values, citizen })
    },
  }
}

/** What she looked up was her own case; where the form asks for whom it is, that is known. */
function forHerself({ service }: Form): Record<string, GivenValue> {
  const { field, self } = service.acting.asks ?? {}
  const [own, ...others] = self ?? []
  if (field === undefined || own === undefined || others.length > 0) return {}
  return { [field]: { value: own, provenance: { kind: 'derived', detail: '按您自己的情况申领' } } }
}

/** The refusal with its reason: what is not met, or what is missing to tell. */
function whyNot(match: BenefitMatch, { list, sentences }: FormWords): AppError {
  const { title, verdict, rules, missing, review } = match
  const details = { match }
  if (verdict === 'open')
    return AppError.saying('conflict', 'benefit-open', {
      details,
      variables: { title, missing: list(missing.map(({ label }) => label)) },
    })
  const unmet = rules.filter(({ met }) => met === false).map(({ reason }) => reason)
  return AppError.saying('conflict', 'benefit-unmet', {
    details,
    variables: { title, reasons: sentences([...unmet, review]) },
  })
}

/** Who signed in has said her date of birth: it stands in the identity number. */
function birthDate({ profile }: SignedIn, today: string): Record<string, GivenValue> {
  const value = deriveValue(profile.idNumber, 'birth-date', today)
  return value === undefined ? {} : { birthDate: { value, provenance: { kind: 'derived', detail: '由身份证号推出' } } }
}
