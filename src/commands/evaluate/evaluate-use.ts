import { costOf, type Meter, type Price } from '../../evaluation/index.ts'

/** What the calls of a model took, in words; nothing when none was made. Without a price no cost is claimed. */
export function printUse({ used }: Pick<Meter, 'used'>, price: Price | undefined): string {
  const { calls, inputTokens, outputTokens, latenciesMs } = used()
  if (calls === 0) return ''
  const cost = price === undefined ? '' : `，约 ${costOf({ inputTokens, outputTokens }, price).toFixed(4)} 元`
  const times = latenciesMs.toSorted((a, b) => a - b)
  if (times.length === 0) return `调用模型 ${calls} 次，没有一次答完\n`
  const time = (share: number): string => {
    const ms = times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
    return `${(ms / 1000).toFixed(1)} 秒`
  }
  return `调用模型 ${calls} 次，输入 ${inputTokens}、输出 ${outputTokens} 个 token${cost}；一半在 ${time(0.5)} 以内，95% 在 ${time(0.95)} 以内\n`
}
