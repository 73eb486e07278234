import type { Guide } from '../../content/guide.ts'
import type { Service } from '../../content/service.ts'

/** What is said where no confirmed amount exists. */
export const FEE_AT_WINDOW = '以窗口公布为准'

/** One fee entry in words: 免费, 40元, 20.5元; an amount nobody has verified is left to the window. */
export function feeText(entry: Service['fee'][number], guide: Pick<Guide, 'fees'>): string {
  if (entry.free === true) return '免费'
  const fee = guide.fees.find(({ id }) => id === entry.fee)
  if (fee === undefined || fee.mark === 'unverified') return FEE_AT_WINDOW
  return fee.amount === 0 ? '免费' : `${fee.amount}元`
}
