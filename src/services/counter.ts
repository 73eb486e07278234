import type {
  ApplicationView,
  CaseView,
  EligibilityFinding,
  FillResult,
  GivenValue,
  Receipt,
  ReviewCard,
} from './application.ts'
import type { Relation } from './acting/acting.ts'
import type { Service } from '../content/service.ts'
import type { Kin } from '../language/index.ts'
import type { SignedIn } from './citizen-desk.ts'
import type { BenefitDesk } from './benefits/benefit-desk.ts'
import type { CaseActs } from './cases/case-act.ts'
import type { KeptForm } from './kept/own-data.ts'
import type { MaterialDesk } from './materials/material-desk.ts'
import type { ReturnDesk } from './drafts/return-desk.ts'
import type { ConsentDesk } from './consents/consent.ts'
import type { CounterContent } from './counter-tools.ts'

/** For whom an application is made. `detail`: where it was said, as a provenance; `kin`: which child, where that was said. */
export type ActingFor = { readonly relation: Relation; readonly kin?: Kin | undefined; readonly detail: string }

/** What the staff files are written in: Chinese, whatever the script, and English. */
export type Language = 'zh' | 'en'

type HandoverReason =
  | 'citizen-asked'
  | 'complaint'
  | 'suggestion'
  | 'no-guidance'
  | 'in-person-only'
  | 'repeated-failure'
  | 'crisis'

/**
 * The counter: everything that touches an application. Every call names the conversation that acts, and an
 * application of another conversation is refused as `not-found`.
 */
export type Counter = ConsentDesk &
  CaseActs &
  MaterialDesk &
  BenefitDesk &
  ReturnDesk & {
    /** The same counter for a citizen who reads another language: what it keeps and files is the same. */
    readonly in: (language: Language) => Counter
    readonly services: () => readonly Service[]
    readonly service: (id: string) => Service | undefined
    /** Bundles (高效办成一件事); each is started, filled and submitted like a service of the id `service`. */
    readonly bundles: () => readonly {
      readonly service: string
      readonly title: string
      readonly titleEn: string
      readonly aliases: readonly string[]
      /** Its own guide first, then those of its parts. */
      readonly guides: readonly string[]
    }[]
    /** Eligibility of a service for values known so far; `unknown` lists the fields whose answer would decide. No record is made. */
    readonly checkEligibility: (
      service: string,
      values: Readonly<Record<string, string>>,
    ) => {
      readonly findings: readonly EligibilityFinding[]
      readonly unknown: readonly { readonly field: string; readonly ask: string }[]
    }
    /** A draft of the service for this conversation; the open draft of the same service when there is one (taken up again if set aside). Other open drafts are set aside. */
    readonly start: (input: {
      conversationId: string
      service: string
      values?: Readonly<Record<string, GivenValue>>
      /** Who she is need not be said by a citizen who is signed in. */
      citizen?: SignedIn | undefined
      /** For whom she acts (代办), and where she said so; absent: for herself. */
      actingFor?: ActingFor | undefined
    }) => Promise<FillResult>
    /**
     * Makes an open draft one for somebody else, or one's own again. What was said of the person is asked anew; what the
     * citizen said of herself stays hers. @throws AppError 'conflict' when it is no draft.
     */
    readonly actFor: (input: {
      conversationId: string
      applicationId: string
      actingFor: ActingFor | undefined
      citizen?: SignedIn | undefined
    }) => Promise<FillResult>
    /** Fills into an open draft who the citizen is, where that is empty; for one who signs in on the way. */
    readonly fillIdentity: (input: {
      conversationId: string
      applicationId: string
      citizen: SignedIn
    }) => Promise<FillResult>
    /** @param input.version when given, the fill is refused as `precondition-failed` unless it is the current one. */
    readonly fill: (input: {
      conversationId: string
      applicationId: string
      values: Readonly<Record<string, GivenValue>>
      version?: number
      /** Who she is need not be said by a citizen who is signed in, once it is known that the form is about her. */
      citizen?: SignedIn | undefined
    }) => Promise<FillResult>
    readonly show: (conversationId: string, applicationId: string) => Promise<ApplicationView>
    /** Every form of the conversation with its values whole, for its citizen to take along. */
    readonly keptForms: (conversationId: string) => Promise<readonly KeptForm[]>
    /** Open drafts of the conversation, the active one first. */
    readonly drafts: (conversationId: string) => Promise<readonly ApplicationView[]>
    /** Asks a field of a draft last. @throws AppError 'conflict' when it is no draft, 'not-found' when it has no such field. */
    readonly putOff: (input: {
      conversationId: string
      applicationId: string
      field: string
    }) => Promise<ApplicationView>
    /** Sets a draft aside, or (`aside` false) takes it up again and sets the others aside. Values stay untouched. */
    readonly setAside: (conversationId: string, applicationId: string, aside: boolean) => Promise<ApplicationView>
    /** Drops a draft (→ `withdrawn`); its values are erased when it expires. @throws AppError 'conflict' when it is no draft. */
    readonly discard: (conversationId: string, applicationId: string) => Promise<ApplicationView>
    /** @throws AppError 'incomplete-application' with every defect in `details.defects` when it is not ready. */
    readonly review: (conversationId: string, applicationId: string) => Promise<ReviewCard>
    /**
     * The citizen's act. The state change, the outbox entry, the consumed confirmation and the receipt are one transaction.
     * The same idempotency key with the same body returns the same receipt.
     * @throws AppError 'stale-review' | 'confirmation-invalid' | 'idempotency-mismatch' | 'incomplete-application'
     */
    readonly submit: (input: {
      conversationId: string
      applicationId: string
      reviewHash: string
      confirmation: string
      idempotencyKey: string
    }) => Promise<Receipt>
    /** The same act in a channel without buttons: the exact code printed on the last review card of this conversation. */
    readonly submitByCode: (input: {
      conversationId: string
      code: string
    }) => Promise<Receipt & { applicationId: string }>
    /** Filed cases of this conversation, newest first. */
    readonly cases: (conversationId: string) => Promise<readonly CaseView[]>
    /** Filed cases of every conversation of a signed-in citizen, newest first. */
    readonly casesOf: (citizenId: string) => Promise<readonly CaseView[]>
    /** The conversation a signed-in citizen filed a case in. @throws AppError 'not-found' when she has no such case. */
    readonly conversationOf: (citizenId: string, applicationId: string) => Promise<string>
    /** Anyone who holds both the receipt number and the query code. Wrong or unknown: `not-found`, the same for both. */
    readonly caseByCode: (receiptNumber: string, queryCode: string) => Promise<CaseView>
    /** Records a ticket; claims no more than that. `transcript` is kept encrypted. */
    readonly handOver: (input: {
      conversationId: string
      reason: HandoverReason
      transcript: string
    }) => Promise<{ ticket: string }>
    /** Delivers what waits in the outbox to the approval system, and reads progress back; stops when disposed. */
    readonly deliver: () => Promise<{ delivered: number; waiting: number }>
    /** Erases every application of the conversation that was never filed, with its log. Gives their number. */
    readonly eraseDrafts: (conversationId: string) => Promise<number>
    /** Expires drafts nobody touched for long and erases their values; gives their number. `deliver` does it too, once a day. */
    readonly expireDrafts: () => Promise<number>
    /** Erases what is kept longer than it may be: expired conversations, old sessions, receipts for repeats; `deliver` does it too, once a day. */
    readonly sweep: () => Promise<number>
    /** Takes other staff files from the next call on. */
    readonly replace: (content: CounterContent) => void
    readonly [Symbol.asyncDispose]: () => Promise<void>
  }
