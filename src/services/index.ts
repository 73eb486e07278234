/** The counter: forms, eligibility, applications and their life cycle. */
export { closesTheWay } from './forms/eligibility.ts'
export { APPLICATION_STATUSES } from './application.ts'
export { relationOf } from './acting/acting.ts'
export { verifyAudit } from './kept/audit-log.ts'
export type {
  ApplicationView,
  CaseView,
  EligibilityFinding,
  FillResult,
  GivenValue,
  Receipt,
  ReviewCard,
} from './application.ts'
export { type CitizenDesk, createCitizenDesk, type SignedIn } from './citizen-desk.ts'
export { EARLIER_CASES, type ConsentOffer, type ConsentResult, type ConsentView } from './consents/consent.ts'
export { BENEFITS, type BenefitMatch } from './benefits/benefit-rules.ts'
export { bundleService } from './bundles/compile-bundle.ts'
export type { CaseAct } from './cases/case-act.ts'
export type { ActingFor, Counter } from './counter.ts'
export type { CounterLog } from './counter-tools.ts'
export { createCounter } from './create-counter.ts'
export type { Materials } from './materials/material-desk.ts'
export { openPictureReader, type PictureReader } from './materials/picture-reader.ts'
export { MAX_FILE_BYTES } from './materials/read-file.ts'
export { isVouched } from './drafts/identity-values.ts'
export { createInTurn } from './in-turn.ts'
export { newCode, readCode } from './filing/unambiguous-code.ts'
export { serviceSummary, serviceView } from './forms/service-view.ts'
export { shanghaiDate } from './cases/working-days.ts'
export { isDecided } from './transitions.ts'
export { SITUATION } from './forms/form.ts'
