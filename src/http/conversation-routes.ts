import { Router } from 'express'
import type { Counter } from '../services/index.ts'
import { FeedbackRequest, HandoverRequest, OpenConversationRequest, ResumeRequest } from '../wire.ts'
import { pageAsked } from './page-language.ts'
import type { Pages } from './page-routes.ts'
import type { CaseEvents } from './case-events.ts'
import { limitResuming } from './rate-limits.ts'
import { citizenOf, counterFor, requireConversation, type Gate, type Session } from './session.ts'
import { applicationPart } from './wire-parts.ts'

/** `/api/conversations`: open, read again, follow, export, hand over, erase. */
export function conversationRoutes({
  conversation,
  citizens,
  counter,
  events,
  pages,
}: Gate & {
  readonly counter: Counter
  readonly events: CaseEvents
  readonly pages: Pick<Pages, 'renderExport'>
}): Router {
  const router = Router()
  const gate = { conversation, citizens }

  router.post('/api/conversations', async (request, response) => {
    const { locale, plain } = OpenConversationRequest.parse(request.body ?? {})
    response.status(201).json(await conversation.open(locale, plain))
  })

  const view = async ({ id, locale }: Pick<Session, 'id' | 'locale'>) => {
    const spoken = counterFor(counter, { locale })
    const [messages, drafts, cases] = await Promise.all([
      conversation.messages(id),
      spoken.drafts(id),
      spoken.cases(id),
    ])
    const active = drafts.find((draft) => !draft.setAside)
    return { messages, application: active === undefined ? null : applicationPart(active), cases }
  }

  const formsOf = ({ id, locale }: Pick<Session, 'id' | 'locale'>) => counterFor(counter, { locale }).keptForms(id)

  const whole = async (session: Session) => ({
    id: session.id,
    plain: await conversation.isPlain(session.id),
    ...(await view(session)),
  })

  router.get('/api/conversations/:id', async (request, response) => {
    const session = await requireConversation(gate, request, request.params.id)
    response.json({ locale: session.locale, ...(await whole(session)) })
  })

  router.get('/api/conversations/:id/export', async (request, response) => {
    const session = await requireConversation(gate, request, request.params.id)
    if (request.query['format'] === 'page') {
      const asked = pageAsked(request)
      const locale = asked.chosen ? asked.locale : session.locale
      const kept = { ...(await view({ id: session.id, locale })), forms: await formsOf({ id: session.id, locale }) }
      response.attachment(`bianban-${session.id}.html`).type('html')
      response.send(pages.renderExport({ id: session.id, ...kept }, { ...asked, locale }))
      return
    }
    response.attachment(`bianban-${session.id}.json`)
    response.json({ label: 'AI 生成内容已标识', ...(await whole(session)), forms: await formsOf(session) })
  })

  router.get('/api/conversations/:id/events', async (request, response) => {
    const session = await requireConversation(gate, request, request.params.id)
    events.follow(response, session.id, {
      cases: async () => {
        // Asked anew each time, so that an erased or expired conversation is followed no more.
        await requireConversation(gate, request, session.id)
        return counterFor(counter, session).cases(session.id)
      },
      told: counter.noteTold,
    })
  })

  router.post('/api/conversations/:id/handover', async (request, response) => {
    const session = await requireConversation(gate, request, request.params.id)
    const { reason } = HandoverRequest.parse(request.body)
    const transcript = await conversation.transcript(session.id)
    const { ticket } = await counter.handOver({ conversationId: session.id, reason, transcript })
    response.status(201).json({ ticket, hotline: '12345' })
  })

  router.post('/api/conversations/:id/feedback', async (request, response) => {
    const session = await requireConversation(gate, request, request.params.id)
    await conversation.keepFeedback(session.id, FeedbackRequest.parse(request.body))
    response.status(204).end()
  })

  const limit = limitResuming()

  router.post('/api/conversations/resume', limit, async (request, response) => {
    const { code } = ResumeRequest.parse(request.body)
    const citizen = await citizenOf(citizens, request)
    response.set('cache-control', 'no-store')
    response.json(await conversation.resume({ code, citizenId: citizen?.citizenId }))
  })

  router.post('/api/conversations/:id/resume-code', async (request, response) => {
    const session = await requireConversation(gate, request, request.params.id)
    response.status(201).json(await conversation.resumeCode(session.id))
  })

  router.delete('/api/conversations/:id', async (request, response) => {
    const session = await requireConversation(gate, request, request.params.id)
    await conversation.erase(session.id)
    response.status(204).end()
  })

  return router
}
