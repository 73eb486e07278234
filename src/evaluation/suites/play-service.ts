import { createHash } from 'node:crypto'
import type { StaffContent } from '../../content/index.ts'
import { nothingAskedTwice, type Questions } from '../checks/questions.ts'
import { expectationOf } from '../samples/expectation.ts'
import { playCitizen } from '../citizens/persona.ts'
import type { Reply, Rooms, Talk } from '../citizens/talk.ts'
import type { Check, Played, Trial } from '../trial.ts'
import { isQuarantined } from './quarantine.ts'
import { rightForm, scoreService } from './score-service.ts'
import type { Persona, ServiceSample, SignedInPersona } from './shapes.ts'

/** How trials of the forms are made; the registers of `content` tell which fields nobody has to ask. */
export type ServiceOptions = {
  readonly today: string
  readonly seeds?: number
  readonly every?: boolean
  readonly content?: Pick<StaffContent, 'registers'>
}

/** One persona of so many, by the id of the sample, or all of them. */
export function personasOf<P extends string>(
  { id }: ServiceSample,
  wanted: readonly P[],
  every: boolean,
): readonly P[] {
  const one = wanted[placeOf(id) % wanted.length]
  return every || one === undefined ? wanted : [one]
}

/** A persona of either suite. */
type AnyPersona = Persona | SignedInPersona

/** What is known of a trial before it is played. */
export function aboutTrial(
  sample: ServiceSample,
  { suite, persona, seed, today }: { suite: string; persona: AnyPersona; seed: number; today: string },
): Omit<Trial, 'play'> {
  const { id, severity, tags, cluster = id, service } = sample
  return {
    key: `${suite}/${id}/${persona}/${seed}`,
    suite,
    sample: id,
    cluster,
    severity,
    guide: undefined,
    tags: [...tags, persona, service],
    seed,
    expects: serviceExpectation(sample, persona, seed),
    quarantined: isQuarantined(sample, today),
  }
}

/** A citizen as she was played; `worksOut`: fields that follow from others. */
export type ServicePlayed = {
  readonly replies: readonly Reply[]
  readonly checks: readonly Check[]
  readonly worksOut: (field: string) => boolean
}

/** Plays a citizen with a form, and says whether the record is the one expected. */
export async function playService(
  rooms: Rooms,
  talk: Talk,
  {
    sample,
    persona,
    seed,
    gold = new Map(),
  }: { sample: ServiceSample; persona: AnyPersona; seed: number; gold: ReadonlyMap<string, string> | undefined },
): Promise<ServicePlayed> {
  let record: ReadonlyMap<string, string> = new Map()
  const readReview = async (application: string): Promise<string> => {
    const { values, code } = await rooms.counter.review(talk.id, application)
    record = new Map(values.map(({ id: field, value }) => [field, value]))
    return code
  }
  const service = rooms.counter.service(sample.service)
  const title = service?.title ?? ''
  const guideTitle = rooms.library.passages(service?.guide ?? '')[0]?.guideTitle ?? title
  const replies = await playCitizen(talk, sample, persona, { seed, title, guideTitle, readReview })
  const derived = new Set(service?.fields.flatMap(({ id: field, derive }) => (derive === undefined ? [] : [field])))
  return {
    replies,
    checks: [
      ...(await scoreService(rooms, sample, talk.id, { replies, gold, record, persona })),
      rightForm(replies, sample),
    ],
    worksOut: (field) => derived.has(field),
  }
}

/** The played citizen as a trial that is scored. */
export function scoredTrial(
  { replies, checks }: Pick<ServicePlayed, 'replies' | 'checks'>,
  questions: Questions,
): Played {
  return {
    replies,
    checks: [...checks, nothingAskedTwice(questions)],
    measures: {
      turns: replies.length,
      questions: questions.asked,
      'known-asked': questions.known.length,
      'fields-no-register-holds': questions.unheld,
    },
  }
}

/** A number that the id of a sample stands for, evenly spread. */
function placeOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE()
}

function serviceExpectation(
  { severity, service, citizen, says, opening, side_questions, expect }: ServiceSample,
  persona: AnyPersona,
  seed: number,
): string {
  return expectationOf({ severity, service, citizen, says, opening, side_questions, expect, persona, seed })
}
