import type { RequestHandler } from 'express'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What the remote model has taken today, and whether that is all it may. */
export type ModelSpending = {
  readonly today: () => Promise<{ readonly input: number; readonly output: number }>
  readonly isSpent: () => Promise<boolean>
}

/** Prometheus figures: of the front hall, labelled by route as it was written, never by path; and of the remote model. */
export function createMetrics(spending: ModelSpending) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'bianban_http_request_seconds',
    help: 'Time from a request to the last byte of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30],
    registers: [registry],
  })
  const requests = new Counter({
    name: 'bianban_http_requests_total',
    help: 'Requests answered',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  })
  registry.registerMetric(dayTokens(spending))
  registry.registerMetric(dayBudgetSpent(spending))
  const measure: RequestHandler = (request, response, next) => {
    const stop = seconds.startTimer()
    response.on('close', () => {
      const route: unknown = request.route?.path
      const labels = {
        method: request.method,
        route: typeof route === 'string' ? route : 'none',
        status: String(response.statusCode),
      }
      stop(labels)
      requests.inc(labels)
    })
    next()
  }
  const show: RequestHandler = async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics())
  }
  return { measure, show }
}

function dayTokens({ today }: ModelSpending): Gauge {
  return new Gauge({
    name: 'bianban_model_day_tokens',
    help: 'Tokens that the remote model took today, in all processes of the house',
    labelNames: ['kind'],
    registers: [],
    async collect() {
      const { input, output } = await today()
      this.set({ kind: 'input' }, input)
      this.set({ kind: 'output' }, output)
    },
  })
}

function dayBudgetSpent({ isSpent }: ModelSpending): Gauge {
  return new Gauge({
    name: 'bianban_model_day_budget_spent',
    help: '1 while the budget of the day is spent and the embedded engine answers alone, else 0',
    registers: [],
    async collect() {
      this.set(Number(await isSpent()))
    },
  })
}
