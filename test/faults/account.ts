import type { ReceiptPart, ReviewPart } from '../../src/wire.ts'
import type { Citizen } from '../support/citizen.ts'

/** What one synthetic citizen wants done, and how far it came by the answers that reached them. */
export type Errand = {
  /** Grows by one with each citizen; also makes the values their own. */
  readonly number: number
  /** Idempotency key of the submission, kept whatever happens. */
  readonly key: string
  /** Clicks twice. */
  readonly impatient: boolean
  citizen: Citizen | undefined
  applicationId: string | undefined
  review: ReviewPart | undefined
  /** A submission was sent and its answer never came. */
  unanswered: boolean
  receipt: ReceiptPart | undefined
  /** Round in which the receipt came, and the last one in which it was read back. */
  receivedIn: number
  readBackIn: number
}

/** What happened over the whole run, as seen from outside. */
export type Account = {
  readonly errands: Errand[]
  /** Everything that must not be. Empty is a pass. */
  readonly problems: string[]
  /** How long a submission usually takes: a moving average over those that were answered. */
  submissionMs: number
  readonly counts: {
    kills: number
    killsDuringSubmission: number
    cityKills: number
    submissionsSent: number
    /** Submissions whose answer never came; of these, those that had been filed all the same. */
    unanswered: number
    filedUnanswered: number
    /** Refused with 409 or 404 and filed after a fresh review. */
    refreshed: number
    busy: number
    readBack: number
    replayed: number
  }
}

const FIRST_GUESS_MS = 40

/** An account with nothing in it. */
export function openAccount(): Account {
  const counts = {
    kills: 0,
    killsDuringSubmission: 0,
    cityKills: 0,
    submissionsSent: 0,
    unanswered: 0,
    filedUnanswered: 0,
    refreshed: 0,
    busy: 0,
    readBack: 0,
    replayed: 0,
  }
  return { errands: [], problems: [], submissionMs: FIRST_GUESS_MS, counts }
}

/** A citizen who has done nothing yet. */
export function newErrand(number: number, key: string, impatient: boolean): Errand {
  return {
    number,
    key,
    impatient,
    citizen: undefined,
    applicationId: undefined,
    review: undefined,
    unanswered: false,
    receipt: undefined,
    receivedIn: -1,
    readBackIn: -1,
  }
}

/** The mobile number of a citizen; synthetic, and nobody else's in the run. */
export function mobileOf({ number }: Pick<Errand, 'number'>): string {
  return `138${String(number).padStart(8, '0')}`
}
