import { AppError } from '../../errors.ts'
import type { Certificates } from '../../city/certificate.ts'
import type { Registry } from '../../city/registry.ts'
import type { GivenValue } from '../application.ts'
import { EARLIER_CASES, type ConsentDesk, type ConsentResult, type ConsentView } from './consent.ts'
import { keptConsents, recordConsent, endConsent } from './consent-record.ts'
import { broughtBy, consentSources, EARLIER_WORDS, type ConsentSource } from './consent-sources.ts'
import type { Counter } from '../counter.ts'
import type { CounterTools } from '../counter-tools.ts'
import type { Form } from '../forms/form.ts'
import { createLedger, transact } from '../kept/ledger.ts'
import type { AttachedCertificate } from '../materials/attached.ts'
import { withStatus } from '../materials/material-desk.ts'
import type { Application } from '../kept/stored-application.ts'
import { closingFields } from '../bundles/settled-in-bundle.ts'
import { standingOf } from '../drafts/standing.ts'
import { isDraft } from '../transitions.ts'
import { addDays, shanghaiDate } from '../cases/working-days.ts'

type On = Parameters<ConsentDesk['consentOffers']>[0]

/** Opens the desk. `fill`: how values enter a draft. */
export function createConsentDesk(
  tools: CounterTools & { readonly registry: Registry; readonly certificates: Certificates },
  { fill }: Pick<Counter, 'fill'>,
): ConsentDesk {
  const { store, clock } = tools
  const ledger = createLedger(tools)

  const sourcesOf = async ({ conversationId, applicationId, citizen }: On) => {
    const draft = await ledger.load(store.db, conversationId, applicationId)
    const form = tools.form(draft.service)
    if (form === undefined || !isDraft(draft.status)) return { draft, sources: [], doubtful: false, form: undefined }
    const sources = await consentSources({ tools, form, draft, citizen })
    const doubtful = mayBeClosed(form, draft, shanghaiDate(clock()))
    return { draft, sources, doubtful, form: tools.spoken(form) }
  }

  const nameOf = (source: ConsentSource): string => tools.words.source(source).title

  /** What a consent is called in the language spoken; what she read when she gave it stays on record. */
  const wordsNow = ({
    source,
    title,
    purpose,
  }: Pick<ConsentView, 'source' | 'title' | 'purpose'>): Pick<ConsentView, 'title' | 'purpose'> => {
    const words = source === EARLIER_CASES ? EARLIER_WORDS : tools.registers().get(source)
    return words === undefined ? { title, purpose } : tools.words.source(words)
  }

  /** Lets a certificate stand in for papers. */
  const attach = async (on: On, source: ConsentSource, held: readonly AttachedCertificate[]) => {
    for (const attached of held)
      await transact(store, 2, async (db) => {
        const draft = await ledger.load(db, on.conversationId, on.applicationId)
        if (!isDraft(draft.status)) throw new AppError('conflict', tools.words.refusal.notDraft)
        const next = withStatus(tools, { ...draft, attached: [...draft.attached, attached] })
        await ledger.change(db, next, { kind: 'material-added', attached })
      })
    const filled = await fill({ ...on, values: {} })
    const { title, satisfies } = source
    const stands = filled.application.materials.filter(({ certificate }) =>
      held.some(({ id }) => id === certificate?.id),
    )
    const accepted = stands.map(({ id, label, certificate }) => ({
      field: id,
      label,
      shown: certificate?.detail ?? title,
      previous: null,
    }))
    const outcome = satisfies.length > 0 && accepted.length > 0 ? ('filled' as const) : ('nothing-held' as const)
    return { ...filled, accepted, title: nameOf(source), outcome }
  }

  /** Fills what the source holds into the fields that are still empty. */
  const take = async (on: On, draft: Application, source: ConsentSource, reference: string) => {
    if (source.satisfies.length > 0) return attach(on, source, await source.fetchCertificate(reference))
    const { fills, fetch } = source
    const held = await fetch(reference)
    const wanted = Object.fromEntries(fills.flatMap(({ field }) => entry(field.field.id, held[field.field.id])))
    const { conversationId, applicationId } = on
    const filled = await fill({ conversationId, applicationId, values: wanted, version: draft.version })
    // What the register holds in another form than the field takes is asked for as if nobody knew it.
    const outcome = filled.accepted.length > 0 ? 'filled' : 'nothing-held'
    return { ...filled, title: nameOf(source), rejected: [], outcome } as const
  }

  return {
    async consentOffers(on) {
      const { sources, doubtful, form } = await sourcesOf(on)
      if (form === undefined) return []
      const decided = new Set((await keptConsents(store, on)).map(({ source }) => source))
      const today = shanghaiDate(clock())
      return sources
        .filter(({ id, sensitive, fills, guardianship }) => {
          const waits = doubtful && sensitive && fills.length > 0 && !guardianship
          return !decided.has(id) && !waits
        })
        .map((source) => ({
          source: source.id,
          ...tools.words.source(source),
          fields: broughtBy(source, form),
          sensitive: source.sensitive,
          until: addDays(today, source.days),
        }))
    },

    async consents(on) {
      const kept = await keptConsents(store, on)
      return kept.map((consent) => ({ ...consent, ...wordsNow(consent) }))
    },

    async decideConsent({ source: id, granted, ...on }): Promise<ConsentResult> {
      const { draft, sources, form } = await sourcesOf(on)
      const source = sources.find((one) => one.id === id)
      if (source === undefined || form === undefined)
        throw new AppError('conflict', tools.words.refusal.noConsentNeeded)
      if (granted && source.sensitive && on.citizen.level < 2)
        throw new AppError('step-up-required', tools.words.refusal.stepUp, {
          details: { signIn: '/auth/login?level=2' },
        })
      const reference = await recordConsent(tools, ledger, { ...on, source, granted, form })
      if (!granted) return { ...(await fill({ ...on, values: {} })), title: nameOf(source), outcome: 'refused' }
      return take(on, await ledger.load(store.db, on.conversationId, draft.id), source, reference)
    },

    async withdrawConsent({ source, ...on }) {
      const title = tools.registers().get(source)?.title ?? titleOf(await keptConsents(store, on), source)
      await transact(store, 2, async (db) => {
        const draft = await ledger.load(db, on.conversationId, on.applicationId)
        await endConsent(tools, db, { ...on, source }, clock())
        const stays = isDraft(draft.status)
          ? [...draft.kept].filter(([, value]) => !cameFrom(value, source, title))
          : [...draft.kept]
        const attached = draft.attached.filter(
          (one) => !isDraft(draft.status) || one.kind !== 'certificate' || one.source !== source,
        )
        await ledger.change(db, withStatus(tools, { ...draft, kept: new Map(stays), attached }), {
          kind: 'consent-withdrawn',
          source,
        })
      })
      return { ...(await fill({ ...on, values: {} })), title: wordsNow({ source, title, purpose: '' }).title }
    },
  }
}

/** Whether an answer still to come may close the way: nobody is asked for her account before it is known that she may apply. */
function mayBeClosed(form: Form, { kept, attached }: Application, today: string): boolean {
  const { pending } = standingOf(form, kept, today, attached)
  const closing = new Set(closingFields(form))
  return pending.some((id) => closing.has(id))
}

function entry(id: string, value: GivenValue | undefined): [string, GivenValue][] {
  return value === undefined ? [] : [[id, value]]
}

function titleOf(consents: readonly ConsentView[], source: string): string {
  return consents.find((one) => one.source === source)?.title ?? source
}

/** A value tells where it came from in its provenance, which the citizen reads too. */
function cameFrom({ provenance }: GivenValue, source: string, title: string): boolean {
  if (source === EARLIER_CASES) return provenance.kind === 'earlier-case'
  return provenance.kind === 'registry' && provenance.detail.startsWith(`${title}·`)
}
