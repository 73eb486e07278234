import type { ElementId } from '../element.ts'

/** What is asked, as far as it tells whose value, and of which time, answers. */
export type Asked = {
  readonly element: ElementId
  readonly label: string
  readonly labels: readonly string[]
  readonly ask: string
  /** The form is filled for another, so that what is told of anybody may be the answer. */
  readonly acts: boolean
}

const MEASURED = new Set<ElementId>(['money', 'number', 'date'])

/** Whether an amount or a day is asked for. */
export function isMeasured({ element }: Asked): boolean {
  return MEASURED.has(element)
}

/** Whether a choice or a yes or no is asked for. */
export function isJudged({ element }: Asked): boolean {
  return element === 'choice' || element === 'yes-no'
}

/** Whether the question speaks to the citizen of herself. */
export function addressesHer({ ask }: Asked): boolean {
  return /[您你]/.test(ask)
}

/** Whether it is asked about a household, and answered of any who live in it. */
export function isOfHousehold({ label, ask }: Asked): boolean {
  return /[全一您你]家|家[里庭人]|一起|[和与、]配偶|配偶[和与、]|双方|两个人|全部|所有/.test(label + ask)
}
