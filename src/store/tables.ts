/**
 * The tables, one query code for SQLite and PostgreSQL: text ids, epoch milliseconds in bigint, 0/1 integers, JSON as text.
 * A column whose name ends in `Sealed` holds text encrypted with the key of the installation (AES-256-GCM).
 */
export type Tables = {
  conversations: {
    id: string
    tokenHash: string
    locale: string
    /** JSON of the conversation's own state (last guide, last choices …). */
    stateSealed: string
    createdAt: number
    expiresAt: number
    erasedAt: number | null
    /** Whose conversation it is since somebody signed in during it; null for an anonymous one. */
    citizenId: string | null
  }
  /** The one live code by which a conversation moves to another device. */
  resumeCodes: {
    conversationId: string
    codeHash: string
    expiresAt: number
  }
  /** People who have signed in. */
  citizens: {
    id: string
    /** Digest of issuer and subject. */
    subjectHash: string
    /** JSON: what the identity provider vouches for. */
    profileSealed: string
    createdAt: number
    seenAt: number
  }
  /** Signed-in sessions of a browser; the token is known to the browser alone. */
  citizenSessions: {
    tokenHash: string
    citizenId: string
    level: number
    createdAt: number
    expiresAt: number
    endedAt: number | null
  }
  /** Sign-ins on their way to the identity provider and back. */
  signIns: {
    ticketHash: string
    pendingSealed: string
    expiresAt: number
  }
  /** Every decision on a query to a register or to earlier cases; a decision is never changed, only withdrawn. */
  consents: {
    id: string
    applicationId: string
    conversationId: string
    citizenId: string
    source: string
    /** JSON: title, authority, purpose and fields as they were shown. */
    shownSealed: string
    granted: number
    decidedAt: number
    /** Epoch milliseconds until which it holds. */
    until: number
    withdrawnAt: number | null
  }
  messages: {
    id: string
    conversationId: string
    seq: number
    role: string
    /** JSON array of UI message parts. */
    partsSealed: string
    createdAt: number
  }
  turns: {
    id: string
    conversationId: string
    outcome: string
    engine: string
    /** JSON: steps with their times, tools called, what the fact lock did. No citizen's words, no values. */
    trace: string
    createdAt: number
  }
  applications: {
    id: string
    conversationId: string
    service: string
    status: string
    version: number
    setAside: number
    /** JSON: field id → { value, provenance }. */
    valuesSealed: string
    /** JSON: the files and certificates it brings, without their contents; null while there are none. */
    attachedSealed: string | null
    /** JSON: ids of the fields asked last, in that order; null while there are none. */
    putOff: string | null
    receiptNumber: string | null
    queryCodeHash: string | null
    dueBy: string | null
    submittedAt: number | null
    createdAt: number
    updatedAt: number
  }
  /** Contents of uploaded files. */
  materials: {
    id: string
    applicationId: string
    /** Base64 of the bytes. */
    contentSealed: string
    createdAt: number
  }
  /** Append-only; the truth about what happened to an application. */
  applicationEvents: {
    id: string
    applicationId: string
    seq: number
    status: string
    /** JSON, encrypted where it holds values. */
    dataSealed: string
    at: number
  }
  confirmations: {
    id: string
    applicationId: string
    conversationId: string
    secretHash: string
    codeHash: string
    reviewHash: string
    expiresAt: number
    consumedAt: number | null
  }
  /** One row a filing to be delivered; deleted never, marked when acknowledged. */
  outbox: {
    id: string
    applicationId: string
    idempotencyKey: string
    payloadSealed: string
    attempts: number
    nextAt: number
    deliveredAt: number | null
    lastError: string | null
    createdAt: number
  }
  /** Acts of a citizen on a filed case that wait for the code she was shown: 撤回, 补正. */
  proposedActs: {
    id: string
    conversationId: string
    applicationId: string
    /** The version of the application the act was proposed on. */
    version: number
    codeHash: string
    /** JSON: what will be done. */
    actSealed: string
    wrongCodes: number
    expiresAt: number
    consumedAt: number | null
  }
  /** How many events of a case its citizen was told. */
  toldCases: {
    applicationId: string
    events: number
  }
  /** Receipts by idempotency key: the same key and body answer the same. */
  submissions: {
    key: string
    conversationId: string
    bodyHash: string
    responseSealed: string
    createdAt: number
  }
  /** Acts that bind a citizen, each chained to the one before by keyed digests; never changed or deleted. */
  auditEntries: {
    seq: number
    at: number
    act: string
    applicationId: string
    detailDigest: string
    previous: string
    digest: string
  }
  /** Where the log ends: one row, written with each entry; `mark` is keyed, so that it cannot be made up. */
  auditHead: {
    id: string
    seq: number
    digest: string
    mark: string
  }
  /** Tokens that a remote model read and wrote, by day in Asia/Shanghai (`YYYY-MM-DD`). */
  modelTokens: {
    day: string
    input: number
    output: number
  }
  /** What citizens thought of an answer. */
  feedback: {
    id: string
    conversationId: string
    messageId: string
    verdict: string
    reasonSealed: string
    createdAt: number
  }
  handovers: {
    ticket: string
    conversationId: string
    reason: string
    transcriptSealed: string
    createdAt: number
  }
}
