import { Router, type CookieOptions, type Request } from 'express'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { Conversation } from '../conversation/index.ts'
import type { CitizenDesk, Counter, SignedIn } from '../services/index.ts'
import type { Me } from '../wire.ts'
import { pageAsked } from './page-language.ts'
import { citizenOf, cookieOf, counterFor, requireCitizen, SESSION_COOKIE, SIGN_IN_COOKIE } from './session.ts'

const SignIn = z.object({
  level: z.enum(['1', '2']).default('1'),
  return: z.string().max(500).default('/'),
})

/** Where a citizen comes back to: a path of ours, never another site. */
const OWN_PATH = /^\/(?![/\\])[\x21-\x7e]*$/

type Tools = {
  readonly citizens: CitizenDesk
  readonly counter: Counter
  readonly conversation: Pick<Conversation, 'erase' | 'takeOwn'>
  /** Address citizens reach us at, without a trailing slash; absent: the address they used. */
  readonly publicUrl: string | undefined
}

/** `/auth/…` and `/api/me`: signing in at the city's identity provider, who is signed in, signing out. */
export function signInRoutes({ citizens, counter, conversation, publicUrl }: Tools): Router {
  const router = Router()
  const baseOf = (request: Request): string => publicUrl ?? `${request.protocol}://${request.host}`
  const secure = publicUrl?.startsWith('https://') ?? false
  const cookie = (path: string): CookieOptions => ({ httpOnly: true, sameSite: 'lax', secure, path })

  router.use(['/auth', '/api/me'], (_request, response, next) => {
    response.set('cache-control', 'no-store')
    next()
  })

  router.get('/auth/login', async (request, response) => {
    const { level, return: returnTo } = SignIn.parse(request.query)
    if (!OWN_PATH.test(returnTo)) throw AppError.saying('bad-request', 'own-pages-only')
    const { url, ticket } = await citizens.beginSignIn({
      redirectUri: `${baseOf(request)}/auth/callback`,
      level: level === '2' ? 2 : 1,
      returnTo,
    })
    response.cookie(SIGN_IN_COOKIE, ticket, { ...cookie('/auth'), maxAge: 600_000 }).redirect(303, url)
  })

  router.get('/auth/callback', async (request, response) => {
    const ticket = cookieOf(request, SIGN_IN_COOKIE)
    response.clearCookie(SIGN_IN_COOKIE, cookie('/auth'))
    if (request.query['error'] === 'access_denied') {
      response.redirect(303, ticket === undefined ? '/' : await citizens.leaveSignIn(ticket))
      return
    }
    if (ticket === undefined) throw AppError.saying('unauthorized', 'sign-in-elsewhere')
    const { token, returnTo, expiresAt } = await citizens.completeSignIn({
      ticket,
      returned: new URL(request.originalUrl, baseOf(request)),
      earlier: cookieOf(request, SESSION_COOKIE),
    })
    response.cookie(SESSION_COOKIE, token, { ...cookie('/'), expires: new Date(expiresAt) }).redirect(303, returnTo)
  })

  router.post('/auth/logout', async (request, response) => {
    const token = cookieOf(request, SESSION_COOKIE)
    if (token !== undefined) await citizens.signOut(token)
    response.clearCookie(SESSION_COOKIE, cookie('/')).status(204).end()
  })

  router.get('/api/me', async (request, response) => {
    const citizen = await citizenOf(citizens, request)
    response.json((citizen === undefined ? { signedIn: false } : told(citizen)) satisfies Me)
  })

  router.get('/api/me/cases', async (request, response) => {
    const { citizenId } = await requireCitizen(citizens, request)
    response.json({ cases: await counterFor(counter, pageAsked(request)).casesOf(citizenId) })
  })

  router.post('/api/me/cases/:id/conversation', async (request, response) => {
    const { citizenId } = await requireCitizen(citizens, request)
    const conversationId = await counter.conversationOf(citizenId, request.params.id)
    response.json(await conversation.takeOwn({ conversationId, citizenId }))
  })

  router.delete('/api/me', async (request, response) => {
    const { citizenId, level } = await requireCitizen(citizens, request)
    if (level < 2)
      throw AppError.saying('step-up-required', 'face-check-to-delete', {
        details: { signIn: '/auth/login?level=2' },
      })
    for (const id of await citizens.conversationsOf(citizenId)) await conversation.erase(id)
    await citizens.forget(citizenId)
    response.clearCookie(SESSION_COOKIE, cookie('/')).status(204).end()
  })

  router.delete('/api/me/sessions', async (request, response) => {
    const { citizenId } = await requireCitizen(citizens, request)
    await citizens.signOutEverywhere(citizenId)
    response.clearCookie(SESSION_COOKIE, cookie('/')).status(204).end()
  })

  return router
}

function told({ profile, level, expiresAt }: SignedIn): Me {
  return { signedIn: true, name: profile.name, idNumber: masked(profile.idNumber), level, expiresAt }
}

function masked(idNumber: string): string {
  return `${idNumber.slice(0, 3)}${'*'.repeat(Math.max(0, idNumber.length - 7))}${idNumber.slice(-4)}`
}
