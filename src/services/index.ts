export { APPLICATION_STATUSES } from './application.ts'
export type {
  ApplicationStatus,
  ApplicationView,
  CaseView,
  EligibilityFinding,
  FieldView,
  FillResult,
  GivenValue,
  Provenance,
  Receipt,
  ReviewCard,
} from './application.ts'
export type { Counter, HandoverReason } from './counter.ts'
export type { CounterContent, CounterLog, CounterOptions } from './counter-tools.ts'
export { createCounter } from './create-counter.ts'
export { SITUATION } from './form.ts'
export type { Defect } from './review.ts'
export { readReceiptNumber } from './receipt-number.ts'
export { serviceSummary, serviceView } from './service-view.ts'
