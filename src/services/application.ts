import type { ElementId, ElementOption } from '../language/element.ts'
import type { MaterialLine } from './materials/material-line.ts'

export const APPLICATION_STATUSES = [
  'draft',
  'ready',
  'submitted',
  'accepted',
  'supplement',
  'approved',
  'rejected',
  'delivered',
  'withdrawn',
  'returned',
  'not-accepted',
  'expired',
] as const
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number]

/** Where a value came from. `detail` is Chinese for people: 您说的·第3轮, 由身份证号推出, 表单填写. */
export type Provenance = {
  readonly kind: 'citizen' | 'registry' | 'certificate' | 'earlier-case' | 'derived'
  readonly detail: string
}

/** A value offered to a form, not yet checked. */
export type GivenValue = { readonly value: string; readonly provenance: Provenance }

export type FieldView = {
  readonly id: string
  readonly label: string
  readonly element: ElementId
  readonly required: boolean
  /** Canonical value, or null while not known. Masked for secret elements unless the caller asked for the review. */
  readonly value: string | null
  /** What people read: masked where secret, option labels, 是/否, 思明区莲前街道…; null while not known. */
  readonly shown: string | null
  readonly masked: boolean
  readonly provenance: Provenance | null
  readonly options: readonly ElementOption[]
}

export type EligibilityFinding = {
  readonly id: string
  readonly outcome: 'no' | 'not-yet' | 'in-person' | 'note'
  readonly message: string
  readonly cite: string
}

/** An application as chat, page and API see it. Only fields that apply are listed. */
export type ApplicationView = {
  readonly id: string
  readonly service: string
  /** The form it is filled on: that of the service, or the one for somebody else. */
  readonly form: string
  readonly title: string
  readonly guide: string
  readonly status: ApplicationStatus
  readonly completion: 'online' | 'appointment'
  readonly inPerson: string | null
  /** Grows by one with each change; also the ETag. */
  readonly version: number
  readonly setAside: boolean
  readonly fields: readonly FieldView[]
  /** Fields of which an answer still missing decides whether they apply; a value said early is taken all the same. */
  readonly later: readonly FieldView[]
  /** Required fields that still lack a value, in the order of asking. */
  readonly pending: readonly string[]
  readonly next: {
    readonly field: string
    readonly ask: string
    readonly help: string | null
    readonly options: readonly ElementOption[]
  } | null
  readonly problems: readonly { readonly field: string; readonly message: string }[]
  /** Rules that hold now. A `no` or `not-yet` keeps the application from being ready. */
  readonly eligibility: readonly EligibilityFinding[]
  /** Fields whose answers closed the way; empty while it is open. */
  readonly closedBy: readonly string[]
  readonly materials: readonly MaterialLine[]
  /** 免费, 40元, or 以窗口公布为准. */
  readonly fee: string
  readonly receiptNumber: string | null
  /** ISO date, or null where the guide has no confirmed limit. */
  readonly dueBy: string | null
}

/** What came of filling values in: every field has its own verdict, and a bad value never erases a good one. */
export type FillResult = {
  readonly application: ApplicationView
  readonly accepted: readonly {
    readonly field: string
    readonly label: string
    readonly shown: string
    readonly previous: string | null
  }[]
  readonly rejected: readonly { readonly field: string; readonly label: string; readonly message: string }[]
  /** What else changed because of it, in Chinese: 材料, 资格, 费用, 不再需要的栏目. */
  readonly changed: readonly string[]
}

/** The review card: exactly what is confirmed. `reviewHash` is over the canonical whole. */
export type ReviewCard = {
  readonly applicationId: string
  readonly service: string
  readonly title: string
  readonly reviewHash: string
  /** Single-use secret for the submission endpoint. Never shown to a model. */
  readonly confirmation: string
  /** Six digits for channels without buttons: 确认提交 123456. */
  readonly code: string
  readonly expiresAt: string
  readonly values: readonly {
    readonly id: string
    readonly label: string
    readonly value: string
    readonly provenance: Provenance
  }[]
  readonly materials: readonly MaterialLine[]
  readonly fee: string
  readonly deadline: string | null
  readonly inPerson: string | null
  readonly declaration: string
}

export type Receipt = {
  readonly receiptNumber: string
  /** Shown once to the citizen; stored only as a hash. */
  readonly queryCode: string
  readonly dueBy: string | null
  /** True while the holidays of the year it falls in are not published: the date may still move. */
  readonly dueProvisional?: boolean | undefined
}

/** What the department asks for (补正), told once and in full. */
export type SupplementView = {
  readonly items: readonly {
    readonly id: string
    readonly kind: 'value' | 'material'
    readonly label: string
    readonly reason: string
    /** Answers to choose from; empty where any text will do. */
    readonly options: readonly ElementOption[]
    /** Names of the files given for it. */
    readonly files: readonly string[]
  }[]
  /** ISO date, the last day it may be given. */
  readonly dueBy: string
  readonly basis: string
  /** True once the citizen gave it. */
  readonly given: boolean
  /** True once that day has passed: nothing can be given any more. */
  readonly late: boolean
}

/** A filed application (办件) as its owner may read it. */
export type CaseView = {
  readonly applicationId: string
  readonly receiptNumber: string
  readonly service: string
  readonly title: string
  readonly status: ApplicationStatus
  readonly submittedAt: string
  readonly dueBy: string | null
  readonly dueProvisional: boolean
  /** The open request for a supplement; null while there is none. */
  readonly supplement: SupplementView | null
  /** Materials that come later (容缺受理), with the last day; empty once the case is decided. */
  readonly owed: readonly {
    readonly material: string
    readonly label: string
    readonly dueBy: string | null
    readonly given: boolean
  }[]
  /** How to object to a refusal; null without one. */
  readonly redress: string | null
  readonly mayWithdraw: boolean
  readonly mayRate: boolean
  readonly rating: number | null
  /** For a bundle: one line a part, in order; a filed part is also a case of its own. */
  readonly parts: readonly {
    readonly title: string
    readonly state: 'filed' | 'told' | 'skipped'
    readonly reason: string | null
    readonly receiptNumber: string | null
    readonly status: ApplicationStatus | null
    readonly latest: string | null
  }[]
  readonly events: readonly { readonly at: string; readonly status: ApplicationStatus; readonly text: string }[]
}
