import { parse } from 'cookie'
import type { Request } from 'express'
import { AppError } from '../errors.ts'
import type { Conversation } from '../conversation/index.ts'
import { answerIn } from './problem.ts'
import type { CitizenDesk, Counter, SignedIn } from '../services/index.ts'

/** Cookie of a signed-in browser, and of one on its way to the identity provider and back. */
export const SESSION_COOKIE = 'bianban_session'
export const SIGN_IN_COOKIE = 'bianban_sign_in'

/** What a request may be checked against. */
export type Gate = { readonly conversation: Conversation; readonly citizens: CitizenDesk }

/** The conversation that a request acts for, and the citizen when she is signed in. */
export type Session = Awaited<ReturnType<Conversation['authorise']>> & { readonly citizen: SignedIn | undefined }

/** Reads `Authorization: Bearer …`; undefined when there is none. */
export function bearerOf(request: Request): string | undefined {
  const match = /^Bearer ([\w-]{20,200})$/i.exec(request.get('authorization') ?? '')
  if (request.get('authorization') !== undefined && match === null)
    throw AppError.saying('unauthorized', 'token-malformed')
  return match?.[1]
}

/** A secret from a cookie; undefined when there is none or it cannot be one of ours. */
export function cookieOf(request: Request, name: string): string | undefined {
  const value = parse(request.get('cookie') ?? '')[name]
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined
}

/** Who is signed in in the browser that sent the request. */
export async function citizenOf(citizens: CitizenDesk, request: Request): Promise<SignedIn | undefined> {
  const token = cookieOf(request, SESSION_COOKIE)
  return token === undefined ? undefined : citizens.whoIs(token)
}

/** @throws AppError 'sign-in-required' when nobody is signed in. */
export async function requireCitizen(citizens: CitizenDesk, request: Request): Promise<SignedIn> {
  const citizen = await citizenOf(citizens, request)
  if (citizen === undefined) throw AppError.saying('sign-in-required', 'sign-in-first')
  return citizen
}

/**
 * The conversation that the request acts for.
 * @throws AppError 'unauthorized' without a valid token; 'forbidden' when the token belongs to another conversation, or the
 *   conversation to another citizen; 'sign-in-required' when its citizen is signed out.
 */
export async function requireConversation(
  { conversation, citizens }: Gate,
  request: Request,
  id?: string,
): Promise<Session> {
  const token = bearerOf(request)
  if (token === undefined) throw AppError.saying('unauthorized', 'token-missing')
  const citizen = await citizenOf(citizens, request)
  const session = await conversation.authorise({ token, id, citizenId: citizen?.citizenId })
  answerIn(request, session.locale)
  return { ...session, citizen }
}

/** The counter in the language of a conversation, or of a page. */
export function counterFor(counter: Counter, { locale }: Pick<Session, 'locale'>): Counter {
  return counter.in(locale === 'en' ? 'en' : 'zh')
}
