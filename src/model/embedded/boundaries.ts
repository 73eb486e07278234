import { INSTRUCTIONS, ORDERS } from './orders.ts'
import { asksElsewhere, FORGERIES } from './plain-cases.ts'

/** Why a message is not for the guides: a reason `decline` knows. */
export type Boundary = 'unsafe' | 'out-of-scope' | 'other-city' | 'personal-advice' | 'promise'

/** Who was ordered about, or asks what follows, orders nothing. */
const TOLD =
  /被(?:人|别人|他人|骗|冒|盗)|会不会|后果|处罚|罚款|违法吗|犯法|举报|揭发|识别|辨别|防(?:止|范)|report|penalt|punish|victim/

/**
 * The boundary crossed by an order to the house or to the assistant, by a false paper wanted in plain words and by another
 * place named in front; all others are learnt from `knowledge/boundaries/`. Expects {@link plainWords}.
 */
export function readPlainCase(plain: string): Boundary | undefined {
  if ([...ORDERS, ...FORGERIES].some((pattern) => pattern.test(plain)) && !TOLD.test(plain)) return 'unsafe'
  if (INSTRUCTIONS.some((instruction) => instruction.test(plain))) return 'out-of-scope'
  return asksElsewhere(plain) ? 'other-city' : undefined
}
