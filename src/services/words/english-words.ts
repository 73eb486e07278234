import { joined } from '../../language/index.ts'
import type { Provenance } from '../application.ts'
import { FEE_AT_WINDOW } from '../forms/fee-text.ts'
import { englishDay } from './english-day.ts'
import { letterRefused, type FormWords } from './form-words.ts'
import { englishRefusals } from './refusal-words.ts'

const ORIGIN: Readonly<Record<Provenance['kind'], string>> = {
  citizen: 'You filled it in',
  registry: 'City register',
  certificate: 'Electronic certificate',
  'earlier-case': 'From an earlier case of yours',
  derived: 'Worked out from what you gave',
}

/** The same in English. */
export const englishWords: FormWords = {
  ...joined.en,
  title: ({ titleEn }) => titleEn,
  source: ({ titleEn, authorityEn, purposeEn }) => ({ title: titleEn, authority: authorityEn, purpose: purposeEn }),
  ofPart: (title, text) => `${title}: ${text}`,
  notApplying: 'Not needed in your case',
  fee: (text) => {
    const yuan = /^([\d.]+)元$/.exec(text)?.[1]
    if (yuan !== undefined) return `${yuan} yuan`
    return text === FEE_AT_WINDOW ? 'as announced at the counter' : 'free of charge'
  },
  deadline: ({ value, unit }) => `within ${value} ${unit === 'working-day' ? 'working days' : 'days'} of acceptance`,
  provenance: ({ kind, detail }) => {
    const turn = kind === 'citizen' ? /第(\d+)轮/u.exec(detail)?.[1] : undefined
    const day = /\d{4}-\d{2}-\d{2}/.exec(detail)?.[0]
    const origin = turn === undefined ? ORIGIN[kind] : `You said it, turn ${turn}`
    return { kind, detail: day === undefined ? origin : `${origin}, ${day}` }
  },
  certificate: (_title, asOf) => `${ORIGIN.certificate}, ${asOf}`,
  conditions: 'Conditions',
  lacking: (label) => `${label}: still to be filled in.`,
  noPart: 'From what you said, nothing in this matter has to be filed by you.',
  withoutPaper: (label) => `${label}: neither uploaded nor covered by an electronic certificate.`,
  noSuchField: 'This form has no such field.',
  notNeeded: 'In your case this need not be filled in.',
  disagrees: (source) => `This does not agree with: ${source}. If that is wrong, please correct it first.`,
  sameNumber: (other) => `This is the same number as: ${other}. Two people never have one number; please check.`,
  nowHolds: (message) => message,
  noLongerHolds: (message) => `no longer applies: ${message}`,
  follows: (label, shown) => `${label} becomes ${shown}`,
  keptFor: (labels) => `no longer needed: ${labels} (what you gave is kept for now)`,
  takenUp: (label, shown) => `${label} is again ${shown ?? 'as you gave it before'}`,
  newlyAsked: (labels) => `also needed: ${labels}`,
  notVouched: (labels) => `what was on record is of somebody else and is no longer used: ${labels}`,
  moreMaterials: (labels) => `documents added: ${labels}`,
  fewerMaterials: (labels) => `documents no longer needed: ${labels}`,
  feeChanged: (before, after) => `the fee changes from ${before} to ${after}`,
  handInBy: (day) =>
    day === null
      ? 'To be handed in as soon as possible; the department says by when.'
      : `To be handed in by ${englishDay(day)}.`,
  refusal: englishRefusals,
  case: {
    submitted: 'Submitted, on its way to the department.',
    received: 'Received by the system of the department.',
    withdrawn: 'You withdrew the application.',
    supplemented: (labels) => `You supplied: ${labels}. On its way to the department.`,
    rated: (score) => `You rated it ${score}.`,
    reminded: (label, day) => `Reminder: please hand in ${label} by ${englishDay(day)}.`,
    refused: letterRefused({
      withdraw: 'The department had already decided when the withdrawal came; its decision stands.',
      rate: 'The department did not take this rating.',
      late: 'The department says the last day is over and did not take this supplement; your case is unchanged. Please wait for its answer, or call 12345.',
      given:
        'The department had received a supplement before and keeps to that one; this one was not used. To change it, call 12345.',
      notAsked:
        'The department was no longer waiting when the supplement came, and did not use it; its answer counts. With questions, call 12345.',
      why: (reason) =>
        `The department did not take this supplement. Its reason: ${reason} Please put it right and supply it again.`,
      unsaid:
        'The department did not take this supplement and gave no reason. Please check it and supply it again, or call 12345.',
    }),
  },
}
