import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { Filing, Rating, SupplementGiven } from '../approval.ts'
import { CITY_PROBLEMS } from '../problem.ts'
import { ClerkAct, ClerkDesk } from './clerk.ts'
import type { Filings } from './filings.ts'
import { IDENTITY_PATH } from './identity/path.ts'
import { findCertificate } from './certificates.ts'
import { isRegister, lookUp } from './registers.ts'
import type { Residents } from './residents.ts'
import { shanghaiDay } from './shanghai-day.ts'
import {
  bodyOf,
  bytesOf,
  decoded,
  digestOf,
  jsonOf,
  keyOf,
  placesOf,
  Refusal,
  taken,
  type Answer,
  type Route,
} from './request.ts'

const ConsentReference = z.string().regex(/^[\x21-\x7e]{8,200}$/)
const Withdrawal = z.strictObject({ reason: z.string().max(2_000) })

const routes = (filings: Filings, residents: Residents): readonly Route[] => [
  {
    method: 'GET',
    path: /^\/healthz$/,
    answer: () => {
      filings.check()
      return { status: 200, body: { status: 'ok' } }
    },
  },
  {
    method: 'POST',
    path: /^\/approval\/v1\/filings$/,
    answer: async (request) => {
      const key = keyOf(request)
      const filing = Filing.safeParse(await jsonOf(request))
      if (!filing.success) throw new Refusal('invalid-filing', placesOf(filing.error))
      const received = filings.receive(filing.data, key)
      if (received.kind === 'key-reused' || received.kind === 'receipt-known') throw new Refusal(received.kind)
      return { status: received.kind === 'new' ? 201 : 200, body: received.acknowledgement }
    },
  },
  {
    method: 'GET',
    path: /^\/approval\/v1\/filings\/([^/]+)$/,
    answer: (_, receiptNumber) => {
      const progress = filings.progress(receiptNumber)
      if (progress === undefined) throw new Refusal('unknown-filing')
      return { status: 200, body: progress }
    },
  },
  {
    method: 'POST',
    path: /^\/approval\/v1\/filings\/([^/]+)\/withdrawal$/,
    answer: async (request, receiptNumber) => {
      const { reason } = await bodyOf(request, Withdrawal)
      const result = filings.withdraw(receiptNumber, reason)
      if (result !== 'withdrawn') throw new Refusal(result)
      return { status: 204 }
    },
  },
  {
    method: 'POST',
    path: /^\/approval\/v1\/filings\/([^/]+)\/supplement$/,
    answer: async (request, receiptNumber) =>
      taken(filings.supplement(receiptNumber, await bodyOf(request, SupplementGiven), keyOf(request))),
  },
  {
    method: 'POST',
    path: /^\/approval\/v1\/filings\/([^/]+)\/rating$/,
    answer: async (request, receiptNumber) => taken(filings.rate(receiptNumber, await bodyOf(request, Rating))),
  },
  {
    method: 'PUT',
    path: /^\/approval\/v1\/filings\/([^/]+)\/files\/([^/]+)$/,
    answer: async (request, receiptNumber, id) => {
      const sent = { ...digestOf(request), content: await bytesOf(request) }
      return taken(filings.takeFile(receiptNumber, { id, ...sent }))
    },
  },
  {
    method: 'GET',
    path: /^\/clerk\/v1\/filings\/([^/]+)\/files\/([^/]+)$/,
    answer: (_, receiptNumber, id) => {
      const content = filings.fileContent(receiptNumber, id)
      if (content === undefined) throw new Refusal('unknown-file')
      return { status: 200, body: content }
    },
  },
  {
    method: 'PUT',
    path: /^\/clerk\/v1\/desk$/,
    answer: async (request) => {
      filings.attend((await bodyOf(request, ClerkDesk)).attended)
      return { status: 204 }
    },
  },
  {
    method: 'GET',
    path: /^\/clerk\/v1\/filings\/([^/]+)$/,
    answer: (_, receiptNumber) => {
      const file = filings.file(receiptNumber)
      if (file === undefined) throw new Refusal('unknown-filing')
      return { status: 200, body: file }
    },
  },
  {
    method: 'POST',
    path: /^\/clerk\/v1\/filings\/([^/]+)\/events$/,
    answer: async (request, receiptNumber) => {
      const result = filings.act(receiptNumber, await bodyOf(request, ClerkAct))
      if (typeof result === 'string') throw new Refusal(result)
      return { status: 201, body: result }
    },
  },
  {
    method: 'GET',
    path: /^\/registry\/v1\/([^/]+)\/([^/]+)$/,
    answer: (request, register, idNumber) => {
      if (!ConsentReference.safeParse(request.headers['x-consent']).success) throw new Refusal('consent-required')
      if (!isRegister(register)) throw new Refusal('unknown-register')
      const resident = residents.find(idNumber)
      const record = resident && lookUp(register, resident, shanghaiDay(Date.now()))
      if (record === undefined) throw new Refusal('unknown-resident')
      return { status: 200, body: record }
    },
  },
  {
    method: 'GET',
    path: /^\/certificate\/v1\/([^/]+)\/([^/]+)$/,
    answer: (request, type, idNumber) => {
      if (!ConsentReference.safeParse(request.headers['x-consent']).success) throw new Refusal('consent-required')
      const resident = residents.find(idNumber)
      const certificate = resident && findCertificate(type, resident, shanghaiDay(Date.now()))
      if (certificate === undefined) throw new Refusal('unknown-certificate')
      return { status: 200, body: certificate }
    },
  },
]

const answerTo = async (table: readonly Route[], request: IncomingMessage): Promise<Answer> => {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
  const here = table.filter((route) => route.path.test(path))
  const route = here.find((one) => one.method === request.method)
  if (route === undefined) throw new Refusal(here.length === 0 ? 'unknown-path' : 'method-not-allowed')
  const [, first = '', second = ''] = route.path.exec(path) ?? []
  return route.answer(request, decoded(first), decoded(second))
}

const write = (response: ServerResponse, { status, body }: Answer, mediaType: string): void => {
  response.statusCode = status
  response.setHeader('cache-control', 'no-store')
  if (body === undefined) {
    response.end()
    return
  }
  if (body instanceof Uint8Array) {
    response.setHeader('content-type', 'application/octet-stream')
    response.end(body)
    return
  }
  response.setHeader('content-type', `${mediaType}; charset=utf-8`)
  response.end(JSON.stringify(body))
}

/** A sign-in that is over, or whose form was tampered with, is the visitor's affair. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const theirs = error instanceof z.ZodError || (error instanceof Error && 'error' in error && 'statusCode' in error)
  return theirs ? new Refusal('invalid-request', '登录已经失效，请回到原来的页面重新登录。') : new Refusal('internal')
}

/** The sandbox city's HTTP service. `report` gets faults of ours only; addresses and bodies may be personal and are not reported. */
export const createSandboxServer = (
  { filings, residents }: { readonly filings: Filings; readonly residents: Residents },
  identity: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  report: (error: unknown) => void,
): Server => {
  const table = routes(filings, residents)
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      if (request.url?.startsWith(`${IDENTITY_PATH}/`) === true) {
        await identity(request, response)
        return
      }
      write(response, await answerTo(table, request), 'application/json')
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal.code === 'internal') report(error)
      const { status, title } = CITY_PROBLEMS[refusal.code]
      // The rest of a body that was not read would be taken for the next request on this connection.
      if (!request.complete) response.setHeader('connection', 'close')
      const detail = refusal.detail === undefined ? {} : { detail: refusal.detail }
      write(
        response,
        { status, body: { type: 'about:blank', title, status, code: refusal.code, ...detail } },
        'application/problem+json',
      )
    }
  }
  return createServer(
    { requestTimeout: 15_000, headersTimeout: 10_000 },
    (request, response) => void serve(request, response),
  )
}
