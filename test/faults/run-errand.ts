import { ReceiptPart, type ReviewPart } from '../../src/wire.ts'
import { openCitizen, type Citizen } from '../support/citizen.ts'
import { RESIDENCE_PERMIT_VALUES, submit } from '../support/filled-application.ts'
import { mobileOf, type Account, type Errand } from './account.ts'

/** What a citizen meets in one round. */
export type Round = {
  readonly url: string
  readonly number: number
  readonly account: Account
  /** Told before each submission is sent and after it ended, answered or not. */
  readonly onPost: (change: 1 | -1) => void
}

type Answer = { readonly status: number; readonly body: unknown }
type Started = { readonly application: { readonly id: string; readonly status: string } }

/** An answer that must not be. The server is still there, so this is no consequence of a kill. */
class WrongAnswer extends Error {
  override readonly name = 'WrongAnswer'

  constructor(what: string, { status, body }: Answer) {
    super(`${what}: ${status} ${JSON.stringify(body)}`)
  }
}

/** True when no whole answer came: the connection was refused, cut before the answer, or cut within it. */
export function isInterrupted(error: unknown): boolean {
  return error instanceof TypeError && (error.message === 'fetch failed' || error.message === 'terminated')
}

/**
 * Goes on with an errand from where its last answer left it: open, start, fill, review, submit; with the receipt in hand,
 * in a later round, read the case, send the same submission once more, and find the receipt once in the conversation.
 * @throws what `isInterrupted` recognises when the server died meanwhile; the errand then goes on in a later round.
 */
export async function runErrand(errand: Errand, round: Round): Promise<void> {
  errand.citizen ??= await openCitizen(round.url)
  errand.applicationId ??= await start(errand.citizen)
  if (errand.receipt !== undefined) {
    await readBack(errand, errand.citizen, round)
    return
  }
  if (errand.review === undefined) {
    await fill(errand, errand.citizen, errand.applicationId)
    errand.review = await reviewOf(errand.citizen, errand.applicationId)
  }
  if (errand.unanswered) await countFiled(errand.citizen, errand.applicationId, round)
  const clicks = [post(errand, errand.citizen, errand.review, round)]
  if (errand.impatient) clicks.push(post(errand, errand.citizen, errand.review, round))
  const ended = await Promise.allSettled(clicks)
  for (const end of ended) if (end.status === 'rejected') throw end.reason
}

async function start(citizen: Citizen): Promise<string> {
  const body = { service: 'residence-permit', conversationId: citizen.id }
  const answer = await read(citizen.call('POST', '/api/applications', body))
  if (answer.status !== 201) throw new WrongAnswer('a start was not accepted', answer)
  return (answer.body as Started).application.id
}

async function fill(errand: Errand, citizen: Citizen, applicationId: string): Promise<void> {
  const path = `/api/applications/${applicationId}`
  const shown = await citizen.call('GET', path)
  const version = shown.headers.get('etag') ?? ''
  await read(Promise.resolve(shown))
  const values = {
    ...RESIDENCE_PERMIT_VALUES,
    mobile: mobileOf(errand),
    address: `思明区|莲前街道|洪莲中路${errand.number}号`,
  }
  const answer = await read(citizen.call('PATCH', path, { values }, { 'if-match': version }))
  if (answer.status !== 200 || (answer.body as Started).application.status !== 'ready')
    throw new WrongAnswer('a complete form is not ready', answer)
}

async function reviewOf(citizen: Citizen, applicationId: string): Promise<ReviewPart> {
  const answer = await read(citizen.call('GET', `/api/applications/${applicationId}/review`))
  if (answer.status !== 200) throw new WrongAnswer('a ready form cannot be reviewed', answer)
  return answer.body as ReviewPart
}

/** Whether an unanswered submission had been filed: only counted, the citizen retries either way. */
async function countFiled(citizen: Citizen, applicationId: string, { account }: Round): Promise<void> {
  const { body } = await read(citizen.call('GET', `/api/applications/${applicationId}`))
  if ((body as { status?: string }).status !== 'ready') account.counts.filedUnanswered += 1
}

async function post(errand: Errand, citizen: Citizen, review: ReviewPart, round: Round): Promise<void> {
  const { account } = round
  account.counts.submissionsSent += 1
  round.onPost(1)
  const from = performance.now()
  let answer: Answer
  try {
    answer = await read(submit(citizen, review, errand.key))
  } catch (error) {
    if (isInterrupted(error) && errand.receipt === undefined) {
      errand.unanswered = true
      account.counts.unanswered += 1
    }
    throw error
  } finally {
    round.onPost(-1)
  }
  if (answer.status === 503) {
    account.counts.busy += 1
    return
  }
  if (answer.status === 409 || answer.status === 404) {
    // Never filed, and this confirmation is worth nothing any more: the citizen looks again and confirms under the same key.
    account.counts.refreshed += 1
    errand.review = await reviewOf(citizen, review.applicationId)
    return
  }
  if (answer.status !== 201) throw new WrongAnswer('a submission was answered wrongly', answer)
  account.submissionMs = 0.9 * account.submissionMs + 0.1 * (performance.now() - from)
  keepReceipt(errand, ReceiptPart.parse(answer.body), round)
}

function keepReceipt(errand: Errand, receipt: ReceiptPart, { number, account }: Round): void {
  if (errand.receipt === undefined) {
    errand.receipt = receipt
    errand.receivedIn = number
    errand.unanswered = false
  } else if (JSON.stringify(errand.receipt) !== JSON.stringify(receipt)) {
    account.problems.push(
      `citizen ${errand.number} holds two receipts: ${errand.receipt.receiptNumber}, ${receipt.receiptNumber}`,
    )
  }
}

async function readBack(errand: Errand, citizen: Citizen, round: Round): Promise<void> {
  const { receipt, review } = errand
  if (receipt === undefined || review === undefined) return
  const { counts } = round.account
  const answer = await read(
    citizen.call('GET', `/api/cases/${receipt.receiptNumber}`, undefined, { 'x-query-code': receipt.queryCode }),
  )
  const { receiptNumber } = answer.body as { receiptNumber?: string }
  if (answer.status !== 200 || receiptNumber !== receipt.receiptNumber)
    throw new WrongAnswer(`an acknowledged case is lost: ${receipt.receiptNumber}`, answer)
  counts.readBack += 1
  const again = await read(submit(citizen, review, errand.key))
  if (again.status !== 201) throw new WrongAnswer('a repeated submission does not get its receipt', again)
  keepReceipt(errand, ReceiptPart.parse(again.body), round)
  counts.replayed += 1
  const told = await read(citizen.call('GET', `/api/conversations/${citizen.id}`))
  const shown = JSON.stringify(told.body).split(
    `"type":"data-receipt","data":{"receiptNumber":"${receipt.receiptNumber}"`,
  )
  if (told.status !== 200 || shown.length !== 2)
    throw new WrongAnswer(`the conversation shows ${receipt.receiptNumber} ${shown.length - 1} times`, told)
  errand.readBackIn = round.number
}

async function read(answer: Promise<Response>): Promise<Answer> {
  const response = await answer
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}
