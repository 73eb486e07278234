/** What a run may use at most; what is undefined has no limit. */
export type Limits = {
  /** Yuan. */
  readonly cost: number | undefined
  readonly tokens: number | undefined
  readonly seconds: number | undefined
}

/** Yuan for a million tokens. */
export type Price = { readonly input: number; readonly output: number }

/** Tokens that calls of a model took. */
export type Tokens = { readonly inputTokens: number; readonly outputTokens: number }

/** Watches what a run uses. */
export type Budget = {
  /** Which limit is reached, in words; undefined while there is something left. */
  readonly spent: () => string | undefined
}

/**
 * Starts the watch. A limit is looked at before each trial: what is being played is played to its end, so that a run may
 * go over by as many trials as are played at once.
 * @param used the tokens taken so far.
 */
export function startBudget(
  limits: Limits,
  {
    price,
    used,
    now = () => performance.now(),
  }: { readonly price: Price | undefined; readonly used: () => Tokens; readonly now?: () => number },
): Budget {
  const started = now()
  return {
    spent: () => {
      const { seconds, tokens, cost } = limits
      const passed = (now() - started) / 1000
      if (seconds !== undefined && passed >= seconds) return `时间用完了：限 ${seconds} 秒（--max-seconds）`
      const { inputTokens, outputTokens } = used()
      if (tokens !== undefined && inputTokens + outputTokens >= tokens)
        return `token 用完了：限 ${tokens} 个，已用 ${inputTokens + outputTokens} 个（--max-tokens）`
      const paid = price === undefined ? 0 : costOf({ inputTokens, outputTokens }, price)
      if (cost !== undefined && paid >= cost)
        return `费用用完了：限 ${cost} 元，已用约 ${paid.toFixed(4)} 元（--max-cost）`
      return undefined
    },
  }
}

/** What tokens cost, in yuan. */
export function costOf({ inputTokens, outputTokens }: Tokens, { input, output }: Price): number {
  return (inputTokens * input + outputTokens * output) / 1_000_000
}
