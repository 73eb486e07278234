import { INSTRUCTIONS, ORDERS } from './orders.ts'

/** Why a message is not for the guides: a reason `decline` knows. */
export type Boundary = 'unsafe' | 'out-of-scope' | 'other-city' | 'personal-advice' | 'promise'

/** Who was ordered about, or asks what follows, orders nothing. */
const TOLD = /被(?:人|别人|他人|骗|冒|盗)|会不会|后果|处罚|罚款|违法吗|犯法|举报|report|penalt|punish|victim/

/**
 * The boundary that an order to the house or to the assistant crosses; all others are learnt from `knowledge/boundaries/`.
 * Expects {@link plainWords}.
 */
export function readOrder(plain: string): Boundary | undefined {
  if (ORDERS.some((order) => order.test(plain)) && !TOLD.test(plain)) return 'unsafe'
  return INSTRUCTIONS.some((instruction) => instruction.test(plain)) ? 'out-of-scope' : undefined
}
