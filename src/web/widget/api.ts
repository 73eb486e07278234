import type { z } from 'zod'
import type {
  ApplicationPart,
  CaseView,
  ConsentPart,
  ConsentResponse,
  ConversationView,
  FillApplicationResponse,
  GuideView,
  MaterialList,
  Me,
  OpenConversationResponse,
  ProgressPart,
  ResumeCode,
  ReviewPart,
  ServiceView,
  SubmissionResponse,
  UploadResponse,
} from '../../wire.ts'
import type { Verdict } from './chat-state.ts'
import { failureOf, INTERRUPTED, noAnswer, RequestFailed } from './failure.ts'
import { readEvents } from './event-stream.ts'
import type { SendFile } from './send-file.ts'
import { isChunk, type Chunk } from './transcript.ts'
import type { Locale } from './words.ts'

type Conversation = { readonly id: string; readonly token: string }

/** The server's endpoints as functions. Each throws {@link RequestFailed} unless the answer is 2xx; an aborted call throws `AbortError`. */
export type Api = ReturnType<typeof createApi>

/**
 * @param tools.server origin and path before `/api`, empty for the page's own server.
 * @param tools.sendFile tells how far a file has gone; without it `fetch` sends files too, and tells nothing.
 */
export function createApi(tools: { server: string; fetch: typeof fetch; sendFile?: SendFile }) {
  async function call(path: string, init: RequestInit, conversation?: Conversation): Promise<Response> {
    const headers = new Headers(init.headers)
    if (conversation !== undefined) headers.set('authorization', `Bearer ${conversation.token}`)
    if (typeof init.body === 'string') headers.set('content-type', 'application/json')
    return answered(tools.fetch(`${tools.server}${path}`, { ...init, headers, credentials: 'same-origin' }))
  }

  const sendFile: SendFile = tools.sendFile ?? ((url, request) => tools.fetch(url, { method: 'POST', ...request }))

  // The wire schemas are checked by the server before it sends; the page trusts its own server's shapes.
  async function json<Body>(...args: Parameters<typeof call>): Promise<Body> {
    return bodyOf<Body>(await call(...args))
  }
  const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
    method: 'POST',
    body: JSON.stringify(body),
    headers,
  })
  const application = (id: string): string => `/api/applications/${encodeURIComponent(id)}`
  const conversationPath = (id: string): string => `/api/conversations/${encodeURIComponent(id)}`

  return {
    open: (locale: Locale, plain: boolean) =>
      json<z.infer<typeof OpenConversationResponse>>('/api/conversations', post({ locale, plain })),

    guide: (id: string) => json<GuideView>(`/api/guides/${encodeURIComponent(id)}`, {}),
    service: (id: string) => json<z.infer<typeof ServiceView>>(`/api/services/${encodeURIComponent(id)}`, {}),

    /** A short code that moves the conversation to another device. */
    resumeCode: (conversation: Conversation) =>
      json<ResumeCode>(`${conversationPath(conversation.id)}/resume-code`, { method: 'POST' }, conversation),
    /** The conversation that a short code stands for, moved to this device. */
    resume: (code: string) =>
      json<z.infer<typeof OpenConversationResponse>>('/api/conversations/resume', post({ code })),

    /** The conversation that a case of who is signed in was filed in, moved to this browser. */
    conversationOfCase: (applicationId: string) =>
      json<z.infer<typeof OpenConversationResponse>>(
        `/api/me/cases/${encodeURIComponent(applicationId)}/conversation`,
        post({}),
      ),

    /** Who is signed in in this browser. */
    me: () => json<Me>('/api/me', {}),
    /** Deletes all that is kept of who is signed in, and signs her out; needs a face check. */
    forgetMe: async (): Promise<void> => {
      await call('/api/me', { method: 'DELETE' })
    },
    /** What is kept of the conversation, as an HTML page to read and print. */
    exportPage: async (conversation: Conversation, locale: Locale): Promise<string> => {
      const response = await call(
        `${conversationPath(conversation.id)}/export?format=page&lang=${locale}`,
        {},
        conversation,
      )
      return response.text().catch((cause: unknown) => {
        throw new RequestFailed(INTERRUPTED, cause)
      })
    },

    restore: (conversation: Conversation) =>
      json<z.infer<typeof ConversationView>>(conversationPath(conversation.id), {}, conversation),

    erase: async (conversation: Conversation): Promise<void> => {
      await call(conversationPath(conversation.id), { method: 'DELETE' }, conversation)
    },

    /** The chunks of one turn, in order. Throws `interrupted` when the stream breaks off before its end. */
    async *chat(
      conversation: Conversation,
      message: string,
      manner: { readonly locale: Locale; readonly plain: boolean },
      signal: AbortSignal,
    ): AsyncGenerator<Chunk> {
      const body = { id: conversation.id, message, channel: 'web', ...manner }
      const response = await call('/api/chat', { ...post(body), signal }, conversation)
      if (response.body === null) throw new RequestFailed(INTERRUPTED)
      try {
        for await (const event of readEvents(response.body)) {
          if (event === '[DONE]') return
          const chunk: unknown = JSON.parse(event)
          if (isChunk(chunk)) yield chunk
        }
      } catch (cause) {
        throw isAbort(cause) ? cause : new RequestFailed(INTERRUPTED, cause)
      }
      throw new RequestFailed(INTERRUPTED)
    },

    feedback: async (conversation: Conversation, messageId: string, verdict: Verdict): Promise<void> => {
      const path = `${conversationPath(conversation.id)}/feedback`
      await call(path, post({ messageId, ...verdict }), conversation)
    },

    /** A draft of a service; the open one when there is one. */
    start: (conversation: Conversation, service: string) =>
      json<z.infer<typeof FillApplicationResponse>>(
        '/api/applications',
        post({ service, conversationId: conversation.id }),
        conversation,
      ),

    application: (conversation: Conversation, id: string) => json<ApplicationPart>(application(id), {}, conversation),

    /** Fills or corrects values, provided the form is still at `version`. */
    fill: (conversation: Conversation, id: string, version: number, values: Readonly<Record<string, string>>) =>
      json<z.infer<typeof FillApplicationResponse>>(
        application(id),
        { method: 'PATCH', body: JSON.stringify({ values }), headers: { 'if-match': `"${version}"` } },
        conversation,
      ),

    /** The citizen's decision about a register. */
    consent: (conversation: Conversation, { applicationId, source }: ConsentPart, granted: boolean) =>
      json<ConsentResponse>(`${application(applicationId)}/consents`, post({ source, granted }), conversation),

    /** Sends a file for a material; `onShare` is told how much of it has gone, 0 to 1. */
    upload: async (
      conversation: Conversation,
      id: string,
      { material, file }: { readonly material: string; readonly file: File },
      onShare: (share: number) => void,
    ): Promise<UploadResponse> => {
      const body = new FormData()
      body.set('material', material)
      body.set('file', file)
      const headers = new Headers({ authorization: `Bearer ${conversation.token}` })
      return bodyOf(await answered(sendFile(`${tools.server}${application(id)}/materials`, { headers, body }, onShare)))
    },

    takeRelief: (conversation: Conversation, id: string, material: string) =>
      json<MaterialList>(`${application(id)}/reliefs`, post({ material }), conversation),

    removeFile: (conversation: Conversation, id: string, file: string) =>
      json<MaterialList>(
        `${application(id)}/materials/${encodeURIComponent(file)}`,
        { method: 'DELETE' },
        conversation,
      ),

    review: (conversation: Conversation, id: string) => json<ReviewPart>(`${application(id)}/review`, {}, conversation),

    /** The citizen's act. The same `key` may be sent again after a failure: the server files once. */
    submit: (conversation: Conversation, review: ReviewPart, key: string) =>
      json<SubmissionResponse>(
        `${application(review.applicationId)}/submission`,
        post({ reviewHash: review.reviewHash, confirmation: review.confirmation }, { 'idempotency-key': key }),
        conversation,
      ),

    /** The citizen's acts on a filed case. */
    caseAct: (conversation: Conversation, id: string, act: 'withdrawal' | 'supplement' | 'rating', body: unknown) =>
      json<ApplicationPart>(`${application(id)}/${act}`, post(body), conversation),

    /** The cases of the conversation, whenever one of them moves; ends when `signal` does. */
    async *cases(conversation: Conversation, signal: AbortSignal): AsyncGenerator<readonly CaseView[]> {
      const response = await call(`${conversationPath(conversation.id)}/events`, { signal }, conversation)
      if (response.body === null) return
      for await (const event of readEvents(response.body)) {
        const progress = JSON.parse(event) as z.infer<typeof ProgressPart>
        yield progress.cases
      }
    },
  }
}

/** True for the error of a call that its own page ended. */
export function isAbort(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'AbortError'
}

/** The answer that came. Throws {@link RequestFailed} when none did, and for one that is not 2xx. */
async function answered(coming: Promise<Response>): Promise<Response> {
  const response = await coming.catch((cause: unknown) => {
    throw isAbort(cause) ? cause : new RequestFailed(noAnswer(), cause)
  })
  if (!response.ok) throw new RequestFailed(await failureOf(response))
  return response
}

async function bodyOf<Body>(response: Response): Promise<Body> {
  return (await response.json().catch((cause: unknown) => {
    throw new RequestFailed(INTERRUPTED, cause)
  })) as Body
}
