import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { BodyTooLarge, readBody, readBytes } from '../bounded-body.ts'
import type { CityProblemCode } from '../problem.ts'

const BODY_LIMIT_BYTES = 1024 * 1024
const IdempotencyKey = z.string().regex(/^[\x21-\x7e]{1,200}$/)

/** Largest file a filing may bring. */
const FILE_LIMIT_BYTES = 10 * 1024 * 1024
/** `Content-Digest` of RFC 9530 with one SHA-256. */
const Digest = z.string().regex(/^sha-256=:[A-Za-z0-9+/]{43}=:$/)
const FileHeaders = z.object({
  material: z.string().min(1).max(80),
  name: z.string().min(1).max(200),
  type: z.string().min(1).max(80),
})

/** A refusal on its way out of a route. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: CityProblemCode
  readonly detail: string | undefined

  constructor(code: CityProblemCode, detail?: string) {
    super(code)
    this.code = code
    this.detail = detail
  }
}

export type Answer = { readonly status: number; readonly body?: unknown }
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: RegExp
  readonly answer: (request: IncomingMessage, first: string, second: string) => Answer | Promise<Answer>
}

export const jsonOf = async (request: IncomingMessage): Promise<unknown> => {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) throw new Refusal('unsupported-media-type')
  try {
    return JSON.parse(await readBody(request.iterator({ destroyOnReturn: false }), BODY_LIMIT_BYTES))
  } catch (error) {
    if (error instanceof BodyTooLarge) throw new Refusal('payload-too-large')
    throw new Refusal('invalid-request', '正文不是 JSON。')
  }
}

/** The fault by its place; never by the value, which may be personal. */
export const placesOf = (error: z.ZodError): string =>
  error.issues
    .map((issue) => `${issue.path.join('.') || '(正文)'}: ${issue.code === 'custom' ? issue.message : issue.code}`)
    .join('; ')

export const keyOf = (request: IncomingMessage): string => {
  const key = IdempotencyKey.safeParse(request.headers['idempotency-key'])
  if (!key.success) throw new Refusal('idempotency-key-required')
  return key.data
}

export const bodyOf = async <T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> => {
  const body = schema.safeParse(await jsonOf(request))
  if (!body.success) throw new Refusal('invalid-request', placesOf(body.error))
  return body.data
}

export const taken = (result: CityProblemCode | 'taken'): Answer => {
  if (result !== 'taken') throw new Refusal(result)
  return { status: 204 }
}

/** The bytes of a file, at most 10 MiB. */
export const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  try {
    return await readBytes(request.iterator({ destroyOnReturn: false }), FILE_LIMIT_BYTES)
  } catch (error) {
    throw error instanceof BodyTooLarge ? new Refusal('payload-too-large') : error
  }
}

/** What the headers say of a file: the material it is for, its name (percent-encoded), type and SHA-256 (hexadecimal). */
export const digestOf = ({ headers }: IncomingMessage) => {
  const digest = Digest.safeParse(headers['content-digest'])
  const said = FileHeaders.safeParse({
    material: headers['x-material'],
    name: decoded(String(headers['x-file-name'] ?? '')),
    type: headers['content-type'],
  })
  if (!digest.success || !said.success) throw new Refusal('invalid-request', 'content-digest, x-material, x-file-name')
  const sha256 = Buffer.from(digest.data.slice('sha-256=:'.length, -1), 'base64').toString('hex')
  return { ...said.data, sha256 }
}

/** A part of an address or header, percent-decoded. */
export const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Refusal('invalid-request', '地址编码不对。')
  }
}
