import { hashOf, mapLeaves } from '../cassettes/canonical-request.ts'
import { steady } from '../play/steady.ts'

const DIGITS = 12

/**
 * The fingerprint of what a trial says and what must come of it. Another one means that the trial is another test: its
 * verdict cannot be compared with the former one. Who owns a sample, why it is there and its tags do not belong to it.
 */
export function expectationOf(asked: Readonly<Record<string, unknown>>): string {
  return hashOf(mapLeaves(asked, (text) => steady(text))).slice(0, DIGITS)
}
