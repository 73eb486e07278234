/** What citizens write in for, as `knowledge/kinds/` has a file of examples for each. */
export const MESSAGE_KINDS = ['question', 'complaint', 'suggestion'] as const

/** What a message is: a question (咨询), a complaint or cry for help (投诉求助), or a suggestion (建言). */
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/**
 * Where ordinary answers end, as `knowledge/boundaries/` has a file of examples for each: somebody is in danger, wants
 * what nobody may help with, pries into others' lives, wants a personal judgement of a court or doctor, a person to
 * talk to, a political opinion, something that is done in another place, or a promise of how it will end. `ordinary` is what lies on this side, also where it sounds like the others.
 */
export const BOUNDARIES = [
  'ordinary',
  'crisis',
  'unsafe',
  'prying',
  'verdict',
  'handoff',
  'political',
  'other-place',
  'promise',
] as const
export type BoundaryKind = (typeof BOUNDARIES)[number]

/**
 * What is said of the talk itself, as `knowledge/remarks/` has a file of examples for each; `matter` is what only sounds
 * like it: a matter, an answer to a form, something to be done.
 */
export const REMARKS = [
  'matter',
  'repeat',
  'unclear',
  'more',
  'next-step',
  'acknowledge',
  'enough',
  'who',
  'can-do',
  'why-asked',
  'own-case',
  'no-number',
  'vent',
  'thanks',
  'greeting',
  'own-data',
  'instructions',
] as const
export type RemarkKind = Exclude<(typeof REMARKS)[number], 'matter'>

/** Examples of every kind; empty where staff wrote none. */
export type Examples<Kind extends string> = Readonly<Record<Kind, readonly string[]>>
export type KindExamples = Examples<MessageKind>
export type BoundaryExamples = Examples<BoundaryKind>
export type RemarkExamples = Examples<(typeof REMARKS)[number]>
