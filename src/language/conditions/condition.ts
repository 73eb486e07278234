import type { Quantity } from '../quantity.ts'
import type { Traits } from './traits.ts'

/** What a citizen says of herself or hers in numbers: 来厦门4个月了. */
export type Circumstance = {
  readonly measure: string
  readonly traits: Traits
  readonly quantity: Quantity
  /** The clause it stands in. */
  readonly clause: string
}

/** What a rule asks for in numbers. */
export type Condition = {
  readonly measure: string
  readonly traits: Traits
  readonly quantity: Quantity
  /** It runs from an event. */
  readonly deadline: boolean
  /** Its own words in the line, without what stands around them. */
  readonly text: string
  /** The same, where the part speaks of several: 女方20周岁以上. */
  readonly near: string
  /** It names a case, of which the rest of the sentence tells: 居住不满6个月的，…; `allows`: what it tells is that something may be. */
  readonly form: 'asks' | 'case' | 'allows'
  /** The sentence it stands in. */
  readonly sentence: string
}

/** How a circumstance stands to a condition: it fits, lies below or above it, or that cannot be told. */
export type Standing = 'fits' | 'below' | 'above' | 'open'
