import { Router } from 'express'

/** What `/readyz` reports; `ready` decides its status. */
export type Readiness = () => Promise<{ readonly ready: boolean; readonly parts: Readonly<Record<string, unknown>> }>

/** `/healthz`: the process answers. `/readyz`: it can serve citizens. */
export function healthRoutes(readiness: Readiness): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' })
  })
  router.get('/readyz', async (_request, response) => {
    const { ready, parts } = await readiness()
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not-ready', ...parts })
  })
  return router
}
