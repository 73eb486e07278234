import { setTimeout } from 'node:timers/promises'
import { Router, type Request } from 'express'
import { AppError } from '../errors.ts'
import { bundleService, type Counter, type GivenValue, type Receipt } from '../services/index.ts'
import {
  FillApplicationRequest,
  RatingRequest,
  ReliefRequest,
  StartApplicationRequest,
  SubmissionRequest,
  SupplementRequest,
  WithdrawalRequest,
} from '../wire.ts'
import { requestIdOf, type HttpLog } from './problem.ts'
import { counterFor, requireConversation, type Gate, type Session } from './session.ts'
import { applicationPart, fillPart, materialList } from './wire-parts.ts'

/**
 * How long a receipt waits until its conversation knows of it. The case is filed already, so that neither a turn that
 * is still being answered nor a failing note may keep the receipt from the citizen.
 */
const NOTE_WAIT_MS = 1000

/** `/api/applications`: the same engine as the chat, for a form front end. */
export function applicationRoutes({
  conversation,
  citizens,
  counter,
  log,
}: Gate & { readonly counter: Counter; readonly log: HttpLog }): Router {
  const router = Router()
  const gate = { conversation, citizens }
  const spoken = (session: Session): Counter => counterFor(counter, session)
  const note = async (session: Session, applicationId: string, receipt: Receipt) =>
    conversation.noteSubmission(session.id, await spoken(session).show(session.id, applicationId), receipt)

  router.post('/api/applications', async (request, response) => {
    const { service: single, bundle, conversationId, values, actingFor } = StartApplicationRequest.parse(request.body)
    const session = await requireConversation(gate, request, conversationId)
    const service = single ?? (bundle === undefined ? undefined : bundleService(bundle))
    if (service === undefined || (single !== undefined && bundle !== undefined))
      throw AppError.saying('bad-request', 'one-matter')
    const filled = await spoken(session).start({
      conversationId: session.id,
      service,
      values: fromForm(values ?? {}),
      citizen: session.citizen,
      actingFor: actingFor === undefined ? undefined : { relation: actingFor, detail: '表单填写' },
    })
    response.status(201).set('etag', etag(filled.application.version)).json(fillPart(filled))
  })

  router.get('/api/applications/:id', async (request, response) => {
    const session = await requireConversation(gate, request)
    const application = await spoken(session).show(session.id, request.params.id)
    response.set('etag', etag(application.version)).json(applicationPart(application))
  })

  router.patch('/api/applications/:id', async (request, response) => {
    const session = await requireConversation(gate, request)
    const version = ifMatch(request)
    const { values } = FillApplicationRequest.parse(request.body)
    const filled = await spoken(session).fill({
      conversationId: session.id,
      applicationId: request.params.id,
      values: fromForm(values),
      version,
      citizen: session.citizen,
    })
    response.set('etag', etag(filled.application.version)).json(fillPart(filled))
  })

  router.post('/api/applications/:id/reliefs', async (request, response) => {
    const session = await requireConversation(gate, request)
    const { material } = ReliefRequest.parse(request.body)
    const taken = await spoken(session).takeRelief({
      conversationId: session.id,
      applicationId: request.params.id,
      material,
    })
    response.status(201).json(materialList(taken))
  })

  router.get('/api/applications/:id/review', async (request, response) => {
    const session = await requireConversation(gate, request)
    const { code: _, ...review } = await spoken(session).review(session.id, request.params.id)
    response.set('cache-control', 'no-store').json(review)
  })

  router.post('/api/applications/:id/submission', async (request, response) => {
    const session = await requireConversation(gate, request)
    const idempotencyKey = request.get('idempotency-key')
    if (idempotencyKey === undefined || !/^[\x21-\x7e]{8,200}$/.test(idempotencyKey)) {
      throw AppError.saying('bad-request', 'key-missing')
    }
    const body = SubmissionRequest.parse(request.body)
    const applicationId = request.params.id
    const receipt = await spoken(session).submit({ conversationId: session.id, applicationId, idempotencyKey, ...body })
    // Also for a repeated request: the first one may have been cut off between the receipt and the note.
    const noted = note(session, applicationId, receipt).catch((error: unknown) =>
      log.error({ error, requestId: requestIdOf(response) }, 'a submission could not be noted in its conversation'),
    )
    await Promise.race([noted, setTimeout(NOTE_WAIT_MS, undefined, { ref: false })])
    response.status(201).set('cache-control', 'no-store').json(receipt)
  })

  router.post('/api/applications/:id/withdrawal', async (request, response) => {
    const session = await requireConversation(gate, request)
    const { reason } = WithdrawalRequest.parse(request.body ?? {})
    const withdrawn = await spoken(session).withdraw({
      conversationId: session.id,
      applicationId: request.params.id,
      reason,
    })
    response.json(applicationPart(withdrawn))
  })

  router.post('/api/applications/:id/supplement', async (request, response) => {
    const session = await requireConversation(gate, request)
    const { answers } = SupplementRequest.parse(request.body)
    const given = await spoken(session).supplement({
      conversationId: session.id,
      applicationId: request.params.id,
      answers,
    })
    response.json(applicationPart(given))
  })

  router.post('/api/applications/:id/rating', async (request, response) => {
    const session = await requireConversation(gate, request)
    const rating = RatingRequest.parse(request.body)
    const rated = await spoken(session).rate({
      conversationId: session.id,
      applicationId: request.params.id,
      ...rating,
    })
    response.json(applicationPart(rated))
  })

  return router
}

/** Values from a control the citizen operated. */
function fromForm(values: Readonly<Record<string, string>>): Record<string, GivenValue> {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      { value, provenance: { kind: 'citizen', detail: '表单填写' } },
    ]),
  )
}

function etag(version: number): string {
  return `"${version}"`
}

function ifMatch(request: Request): number {
  const header = request.get('if-match')
  if (header === undefined) throw AppError.saying('precondition-required', 'version-missing')
  const match = /^(?:W\/)?"(\d+)"$/.exec(header)
  if (match === null) throw AppError.saying('precondition-failed', 'version-other')
  return Number(match[1])
}
