import type { SignedIn } from '../citizen-desk.ts'
import type { FillResult } from '../application.ts'

/** The source that stands for the citizen's own earlier cases. */
export const EARLIER_CASES = 'earlier-cases'

/** Something the city or an earlier case holds that would fill fields still empty: what the citizen is asked to allow. */
export type ConsentOffer = {
  readonly source: string
  readonly title: string
  readonly authority: string
  readonly purpose: string
  /** Labels of the fields it would fill. */
  readonly fields: readonly string[]
  readonly sensitive: boolean
  /** ISO date up to which a consent given today holds. */
  readonly until: string
}

/** A decision as the citizen may read it. */
export type ConsentView = {
  readonly id: string
  readonly source: string
  readonly title: string
  readonly purpose: string
  readonly granted: boolean
  /** ISO times. */
  readonly decidedAt: string
  readonly until: string
  readonly withdrawnAt: string | null
}

type On = { readonly conversationId: string; readonly applicationId: string; readonly citizen: SignedIn }

/** What came of a decision: the form after it, and why nothing was filled where nothing was. */
export type ConsentResult = FillResult & {
  /** Title of the source. */
  readonly title: string
  readonly outcome: 'filled' | 'nothing-held' | 'refused'
}

/** Collect once (数据最多采一次): what is known is offered, never asked, and taken only with the citizen's consent. */
export type ConsentDesk = {
  /** What could be offered now: undecided sources that would fill at least one field. Empty for a filed application. */
  readonly consentOffers: (on: On) => Promise<readonly ConsentOffer[]>
  readonly consents: (on: On) => Promise<readonly ConsentView[]>
  /**
   * The citizen's act. A grant is recorded before the register is asked, and its reference goes with the query; values
   * fill empty fields only, and are dropped from the draft when the consent is withdrawn.
   * @throws AppError 'step-up-required' for a sensitive register without a recent face check; 'city-unavailable' when the
   *   register cannot be asked (the grant stands, and may be given again); 'conflict' when nothing of the kind is offered.
   */
  readonly decideConsent: (decision: On & { source: string; granted: boolean }) => Promise<ConsentResult>
  /** Withdraws a grant: what it brought leaves the draft, and a review card shown before is void. */
  readonly withdrawConsent: (on: On & { source: string }) => Promise<FillResult & Pick<ConsentResult, 'title'>>
}
