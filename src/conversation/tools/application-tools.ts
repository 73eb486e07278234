import type { Field } from '../../content/index.ts'
import { AppError } from '../../errors.ts'
import type { ApplicationResult } from '../../model/index.ts'
import {
  relationOf,
  type ApplicationView,
  type Counter,
  type FillResult,
  type GivenValue,
} from '../../services/index.ts'
import { briefFields } from './brief-fields.ts'
import { todayIn } from '../rooms.ts'
import type { ToolTurn } from './tool-turn.ts'
import type { ToolWork } from './tools.ts'
import { saidByCitizen, type OriginField } from './value-origin.ts'

type Rejected = FillResult['rejected'][number]

/** Tools that draft. A value goes in only when it stands in the citizen's own words; none of them submits anything. */
export function applicationTools(
  tools: ToolTurn,
): Pick<
  ToolWork,
  | 'checkEligibility'
  | 'startApplication'
  | 'fillApplication'
  | 'showApplication'
  | 'setAsideApplication'
  | 'matchBenefits'
> {
  const { turn, rooms, tokens, content } = tools
  const { counter } = rooms
  const conversationId = turn.conversationId
  /** The draft in hand as this turn's own calls leave it. */
  let inHand: ApplicationView | undefined = turn.inHand.active

  const service = (token: string): string => {
    const id = tokens.serviceOf(token)
    if (id === undefined || counter.service(id) === undefined)
      throw new AppError('not-found', '没有这个事项，请用列出的事项代号。')
    return id
  }
  const active = (): ApplicationView => {
    if (inHand === undefined) throw new AppError('not-found', '现在没有正在填写的申请。')
    return inHand
  }
  const told = (fill: FillResult): ApplicationResult => applicationResult(counter, fill)
  const keep = (fill: FillResult): FillResult => {
    inHand = fill.application
    turn.effects.fills.push(fill)
    turn.effects.guide ??= fill.application.guide
    return fill
  }

  return {
    checkEligibility: ({ service: token, values }) => {
      const found = counter.checkEligibility(service(token), values)
      turn.effects.eligibility.push(...found.findings)
      return found
    },
    startApplication: async ({ service: token, values }) => {
      const id = service(token)
      const { citizen, actingFor } = turn
      const started = await counter.start({ conversationId, service: id, citizen, actingFor })
      if (relationOf(started.application.form) !== undefined) turn.effects.actsFor = started.application
      inHand = started.application
      if (values === undefined || Object.keys(values).length === 0) return told(keep(started))
      return fillWith(values)
    },
    fillApplication: async ({ values }) => fillWith(values),
    matchBenefits: async () => {
      const { matches, ...opened } = await counter.openBenefits({ conversationId, citizen: turn.citizen })
      turn.effects.benefits = true
      return {
        ...told(keep(opened)),
        benefits: matches.map(({ title, verdict, missing }) => ({
          title,
          verdict,
          missing: missing.map(({ label }) => label),
        })),
      }
    },
    showApplication: () => {
      const application = active()
      turn.effects.shown = application
      return told({ application, accepted: [], rejected: [], changed: [] })
    },
    setAsideApplication: async ({ action, service: token }) => {
      const application = await chooseDraft(action, token)
      const changed = await counter.setAside(conversationId, application.id, action !== 'resume')
      if (action === 'discard') await counter.discard(conversationId, application.id)
      inHand = action === 'resume' ? changed : undefined
      turn.effects.setAside = { application: changed, action }
      return told({ application: changed, accepted: [], rejected: [], changed: [] })
    },
  }

  async function fillWith(values: Readonly<Record<string, string>>): Promise<ApplicationResult> {
    const { own, unsaid } = await sortByOrigin(values)
    const filled = await counter.fill({
      conversationId,
      applicationId: active().id,
      values: own,
      citizen: turn.citizen,
    })
    return told(keep({ ...filled, rejected: [...filled.rejected, ...unsaid] }))
  }

  /** Values the citizen said, and those she did not. */
  async function sortByOrigin(values: Readonly<Record<string, string>>) {
    const application = active()
    const earlier = await tools.messages.citizenWords(conversationId)
    const said = [...earlier, turn.words]
    const detail = `您说的·第${turn.number + 1}轮`
    const own: Record<string, GivenValue> = {}
    const unsaid: Rejected[] = []
    const definitions = new Map(counter.service(application.form)?.fields.map((field) => [field.id, field]))
    for (const [id, value] of Object.entries(values)) {
      const field = definitions.get(id)
      if (field === undefined || saidByCitizen(value, originField(application, field, todayIn(rooms.clock)), said)) {
        own[id] = { value, provenance: { kind: 'citizen', detail } }
      } else {
        unsaid.push({
          field: id,
          label: field.label,
          message: content.messages.get('value-not-said')?.[turn.locale] ?? '',
        })
      }
    }
    return { own, unsaid }
  }

  async function chooseDraft(
    action: 'set-aside' | 'resume' | 'discard',
    token: string | undefined,
  ): Promise<ApplicationView> {
    if (action !== 'resume' && inHand !== undefined) return inHand
    const wanted = token === undefined ? undefined : service(token)
    const found = turn.inHand.aside.find((draft) => wanted === undefined || draft.service === wanted) ?? inHand
    if (found === undefined) throw new AppError('not-found', '现在没有可以接着办的申请。')
    return found
  }
}

function originField(application: ApplicationView, field: Field, today: string): OriginField {
  const known = [...application.fields, ...application.later].find(({ id }) => id === field.id)
  const options = known?.options ?? field.options ?? []
  return {
    element: field.element,
    context: {
      today,
      options,
      labels: [field.label, ...field.labels],
      ask: field.ask,
      ...(field.yes === undefined ? {} : { yes: field.yes }),
      ...(field.no === undefined ? {} : { no: field.no }),
      ...(field.answers === undefined ? {} : { answers: field.answers }),
      ...(field.min === undefined ? {} : { min: field.min }),
      ...(field.max === undefined ? {} : { max: field.max }),
    },
  }
}

function applicationResult(
  counter: Counter,
  { application, accepted, rejected, changed }: FillResult,
): ApplicationResult {
  return {
    title: application.title,
    status: application.status,
    accepted: [...accepted],
    rejected: [...rejected],
    changed: [...changed],
    pending: [...application.pending],
    eligibility: application.eligibility.map(({ outcome, message }) => ({ outcome, message })),
    fields: briefFields(counter, application),
  }
}
