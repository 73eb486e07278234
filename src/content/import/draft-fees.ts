import { readQuantities } from '../../language/index.ts'
import type { Fee } from '../guide.ts'

/** What the fee columns of an item say. */
export type FeeReading = {
  readonly fees: readonly Fee[]
  /** Odd or missing, in plain Chinese. */
  readonly notes: readonly string[]
}

/** Reads 是否收费, 收费标准 and 收费依据. An amount that is not surely one for one case stays out. */
export function readFees(
  { charged, fee, basis }: { readonly charged: string; readonly fee: string; readonly basis: string },
  source: string,
): FeeReading {
  const proof = { mark: 'source' as const, source, ...(basis === '' ? {} : { basis: basis.replaceAll('\n', ' ') }) }
  const amounts = readQuantities(fee).filter(({ kind, value }) => kind === 'money' && Number(value) > 0)
  const free =
    /^(否|不收费|不收|免费|无|0|不涉及)/.test(charged) || (charged === '' && /^(不收费|免费|无|不收取)/.test(fee))
  if (free) {
    if (amounts.length > 0) return { fees: [], notes: ['写了不收费，收费标准里却有金额，收费没有录入'] }
    return { fees: [{ id: 'fee-none', label: '办理费用', amount: 0, unit: 'CNY', when: '办理', ...proof }], notes: [] }
  }
  if (amounts.length === 0) {
    if (charged === '' && fee === '') return { fees: [], notes: ['没有写收不收费'] }
    return { fees: [], notes: ['写了收费，没有看出金额'] }
  }
  const fees = amounts.map(({ value, start, end }, index): Fee => {
    const before = fee.slice(amounts[index - 1]?.end ?? 0, start)
    const when =
      before
        .split(/[。；;，,\n]/)
        .at(-1)
        ?.replace(/[:：/]/g, '')
        .trim() ?? ''
    return {
      id: `fee-${index + 1}`,
      label: when === '' ? '收费' : when,
      amount: Number(value),
      unit: 'CNY',
      when: `${when === '' ? '办理' : when}${perUnit(fee.slice(end))}`,
      ...proof,
    }
  })
  const ranged = amounts.some(({ comparator, max }) => comparator !== '=' || max !== undefined)
  if (ranged)
    return {
      fees: fees.map((one) => ({ ...one, mark: 'unverified' as const })),
      notes: ['收费写的是范围或者上限，标成了 unverified'],
    }
  return { fees, notes: basis === '' ? ['没有收费依据'] : [] }
}

/** `/证` after an amount, as people say it. */
function perUnit(after: string): string {
  const unit = /^\s*\/\s*([^，。；;,（(\s]{1,4})/.exec(after)?.[1]
  return unit === undefined ? '' : `（每${unit}）`
}
