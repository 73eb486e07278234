import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { DayBudget, ModelTokens } from './model/index.ts'
import { shanghaiDate } from './services/index.ts'
import type { Store } from './store/index.ts'

/** Prices are told by the million tokens. */
const MILLION = 1_000_000

type Limits = Pick<Config, 'MODEL_DAY_TOKENS' | 'MODEL_DAY_COST' | 'MODEL_PRICE_INPUT' | 'MODEL_PRICE_OUTPUT'>

/** What the remote model takes, by the day in Asia/Shanghai; in the store, so that processes share it and restarts keep it. */
export type ModelSpending = DayBudget & {
  /** Today's tokens so far. */
  readonly today: () => Promise<ModelTokens>
}

/** Counts the tokens of each day and knows when the limits of the settings are reached; without limits they never are. */
export function createModelSpending({
  store,
  limits,
  clock,
  log,
}: {
  readonly store: Pick<Store, 'db'>
  readonly limits: Limits
  /** Epoch milliseconds. */
  readonly clock: () => number
  readonly log: Pick<Logger, 'error'>
}): ModelSpending {
  const today = async (): Promise<ModelTokens> => {
    const row = await store.db
      .selectFrom('modelTokens')
      .select(['input', 'output'])
      .where('day', '=', shanghaiDate(clock()))
      .executeTakeFirst()
    return row ?? { input: 0, output: 0 }
  }
  const add = ({ input, output }: ModelTokens) =>
    store.db
      .insertInto('modelTokens')
      .values({ day: shanghaiDate(clock()), input, output })
      .onConflict((conflict) =>
        conflict.column('day').doUpdateSet((to) => ({
          input: to('modelTokens.input', '+', to.ref('excluded.input')),
          output: to('modelTokens.output', '+', to.ref('excluded.output')),
        })),
      )
      .execute()

  return {
    today,
    isSpent: async () =>
      limits.MODEL_DAY_TOKENS === undefined && limits.MODEL_DAY_COST === undefined
        ? false
        : reaches(await today(), limits),
    count: async (tokens) => {
      try {
        await add(tokens)
      } catch (error) {
        log.error({ error, ...tokens }, 'tokens of the model could not be counted')
      }
    },
  }
}

function reaches({ input, output }: ModelTokens, limits: Limits): boolean {
  const { MODEL_DAY_TOKENS: tokens, MODEL_DAY_COST: most } = limits
  const cost = (input * (limits.MODEL_PRICE_INPUT ?? 0) + output * (limits.MODEL_PRICE_OUTPUT ?? 0)) / MILLION
  return (tokens !== undefined && input + output >= tokens) || (most !== undefined && cost >= most)
}
