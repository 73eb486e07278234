import { readQuantities } from '../../language/index.ts'
import type { Limit } from '../guide.ts'
import type { Cell } from './gather-items.ts'

/** A limit as a spreadsheet writes it: read, done on the spot, or unclear. */
export type LimitReading =
  | { readonly kind: 'limit'; readonly value: number; readonly unit: Limit['unit'] }
  | { readonly kind: 'at-once' }
  | { readonly kind: 'none' }
  | { readonly kind: 'unclear' }

/** Reads 20个工作日, 20（工作日）, 20 under a heading that names the unit, 即办, 无. A number without a unit stays unclear. */
export function readLimit({ text, heading }: Cell): LimitReading {
  const written = text.normalize('NFKC').replace(/\s+/g, '')
  if (/^(无|\/|-|—|无期限|无时限|无法定时限|不限|没有)$/.test(written)) return { kind: 'none' }
  if (/即办|即时|当场|马上|立等/.test(written) || /^0([个天日工]|$)/.test(written)) return { kind: 'at-once' }
  const limits = readQuantities(written).filter(({ kind }) => kind === 'duration')
  const [first] = limits
  if (limits.length === 1 && first !== undefined && first.max === undefined && typeof first.value === 'number') {
    const unit = /工作日/.test(written) ? 'working-day' : first.unit
    if (unit === 'working-day' || unit === 'day') return { kind: 'limit', value: first.value, unit }
    return { kind: 'unclear' }
  }
  const bare = /^(\d+)(?:[(（]?(工作日|自然日|日|天)[)）]?)?$/.exec(written)
  const unit = bare?.[2] ?? /[（(]\s*(?:单位[:：]?)?\s*(工作日|个工作日|自然日|日|天)\s*[）)]/.exec(heading)?.[1]
  if (bare === null || unit === undefined) return { kind: 'unclear' }
  return { kind: 'limit', value: Number(bare[1]), unit: unit.includes('工作日') ? 'working-day' : 'day' }
}
