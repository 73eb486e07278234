import { mobileOf, type Errand } from './account.ts'
import type { Books, Entry } from './books.ts'

const DRAFTS = ['draft', 'ready', 'expired']

/**
 * Everything in which the citizens' receipts, the house's books and the city's register differ, and every application
 * left in a half state; empty when all agree. Meant for a run whose citizens all hold their receipt and whose outbox is empty.
 */
export function compareBooks(books: Books, errands: readonly Errand[]): string[] {
  const { house, city } = books.integrity
  return [
    ...(house === 'ok' ? [] : [`the house's database is damaged: ${house}`]),
    ...(city === 'ok' ? [] : [`the city's database is damaged: ${city}`]),
    ...(books.audit.broken === null ? [] : [`the audit log breaks at entry ${books.audit.broken}`]),
    ...errands.flatMap((errand) => compareErrand(books, errand)),
    ...strangers(books, errands),
    ...books.entries.flatMap((entry) => halfStates(entry, books)),
  ]
}

/** One citizen: one receipt, one case in the house, one filing in the city, with the citizen's own values. */
function compareErrand({ entries, receipts, filings }: Books, errand: Errand): string[] {
  const who = `citizen ${errand.number}`
  const { receipt, citizen } = errand
  if (receipt === undefined || citizen === undefined) return [`${who} never got a receipt`]
  const { receiptNumber } = receipt
  const cases = entries.filter((entry) => entry.conversationId === citizen.id && entry.receiptNumber !== null)
  const booked = receipts.filter((row) => row.conversationId === citizen.id)
  const filed = filings.filter((filing) => filing.receiptNumber === receiptNumber)
  const mobile = filed[0]?.body.values.find(({ id }) => id === 'mobile')?.value
  return [
    ...once(`${who}: cases of ${receiptNumber} in the house`, cases.length),
    ...once(`${who}: entries of ${receiptNumber} in the receipt book`, booked.length),
    ...once(`${who}: filings of ${receiptNumber} in the city`, filed.length),
    ...(cases.every((entry) => entry.receiptNumber === receiptNumber) ? [] : [`${who}: the case has another receipt`]),
    ...(booked.every((row) => JSON.stringify(row.receipt) === JSON.stringify(receipt))
      ? []
      : [`${who}: the receipt book says something else than was answered`]),
    ...(filed.length === 0 || mobile === mobileOf(errand) ? [] : [`${who}: the city has somebody else's values`]),
  ]
}

/** Receipts and filings that no citizen knows of, and numbers given twice. */
function strangers({ entries, filings }: Books, errands: readonly Errand[]): string[] {
  const known = new Set(errands.flatMap(({ receipt }) => receipt?.receiptNumber ?? []))
  const inHouse = entries.flatMap(({ receiptNumber }) => receiptNumber ?? [])
  const inCity = filings.map(({ receiptNumber }) => receiptNumber)
  const unknown = (numbers: readonly string[]): string[] => numbers.filter((number) => !known.has(number))
  const keys = new Set(filings.map(({ idempotencyKey }) => idempotencyKey))
  return [
    ...(known.size === errands.length ? [] : [`${errands.length} citizens share ${known.size} receipts`]),
    ...unknown(inHouse).map((number) => `the house has a case nobody was told of: ${number}`),
    ...unknown(inCity).map((number) => `the city has a filing nobody was told of: ${number}`),
    ...(keys.size === filings.length ? [] : ['the city has one key twice']),
  ]
}

/** A draft has no trace of a submission; a case has every trace, once, and its letter arrived. */
function halfStates(entry: Entry, { audit, receipts }: Books): string[] {
  const { id, status, events, letters, consumed, receiptNumber } = entry
  const submitted = events.filter(({ kind }) => kind === 'submitted')
  const received = events.filter(({ kind }) => kind === 'received')
  const last = events.at(-1)
  const log = [
    ...(events.every(({ seq }, index) => seq === index + 1) ? [] : [`${id}: the log has a gap`]),
    ...(last?.status === status ? [] : [`${id}: status ${status}, but the log ends with ${last?.status ?? 'nothing'}`]),
  ]
  if (DRAFTS.includes(status)) {
    const traces = receiptNumber !== null || entry.queryCodeHash !== null || entry.submittedAt !== null
    const rows = submitted.length + received.length + letters.length + consumed.length
    return [...log, ...(traces || rows > 0 ? [`${id}: a draft with traces of a submission`] : [])]
  }
  const whole = receiptNumber !== null && entry.queryCodeHash !== null && entry.submittedAt !== null
  const booked = receipts.filter(({ receipt }) => receipt.receiptNumber === receiptNumber)
  return [
    ...log,
    ...(whole ? [] : [`${id}: ${status} without receipt number, query code or date`]),
    ...once(`${id}: "submitted" in the log`, submitted.length),
    ...once(`${id}: submissions in the audit log`, audit.submitted.filter((one) => one === id).length),
    ...once(`${id}: "received" in the log`, received.length),
    ...once(`${id}: consumed confirmations`, consumed.length),
    ...once(`${id}: entries in the receipt book`, booked.length),
    ...once(`${id}: letters to the city`, letters.length),
    ...(submitted[0]?.confirmation === consumed[0]
      ? []
      : [`${id}: submitted by another confirmation than was consumed`]),
    ...(letters.every(({ deliveredAt }) => deliveredAt !== null) ? [] : [`${id}: its letter was not delivered`]),
    ...(letters.every(({ idempotencyKey }) => idempotencyKey === `file-${receiptNumber}`)
      ? []
      : [`${id}: its letter has a foreign key`]),
  ]
}

function once(what: string, count: number): string[] {
  return count === 1 ? [] : [`${what}: ${count} instead of 1`]
}
