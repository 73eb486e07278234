import { createInTurn, type SignedIn } from '../../services/index.ts'
import { questionsOf } from '../checks/questions.ts'
import { given } from '../citizens/given.ts'
import { heldFields, residentOf } from '../citizens/resident.ts'
import { signIn } from '../citizens/sign-in.ts'
import { openTalk, type Rooms } from '../citizens/talk.ts'
import type { Trial } from '../trial.ts'
import type { GoldRecords } from './gold-records.ts'
import { aboutTrial, personasOf, playService, scoredTrial, type ServiceOptions } from './play-service.ts'
import { SIGNED_IN_PERSONAS, type ServiceSample } from './shapes.ts'

/**
 * The same scenarios with citizens who sign in to the sandbox city and allow every register to be asked: whatever it holds is
 * offered and never asked. Only who has an identity number can; the city has to know her (`residentOf`).
 */
export function signedInTrials(
  samples: readonly ServiceSample[],
  records: GoldRecords,
  { today, seeds = 1, every = false, content = { registers: new Map() } }: ServiceOptions,
): Trial[] {
  const oneByOne = createInTurn()
  return samples.flatMap((sample) => {
    const resident = residentOf(sample, content.registers)
    if (resident === undefined) return []
    const wanted = SIGNED_IN_PERSONAS.filter(
      (persona) => persona !== 'returning' || (sample.expect.status !== 'none' && !resident.acts),
    )
    const held = heldFields(resident, content.registers)
    return personasOf(sample, wanted, every).flatMap((persona) =>
      Array.from({ length: seeds }, (_, seed): Trial => ({
        ...aboutTrial(sample, { suite: 'signed-in', persona, seed, today }),
        // What she filed in one trial would be an earlier case of the next: she is forgotten in between.
        play: (rooms) =>
          oneByOne(resident.idNumber, async () => {
            const citizen = await signIn(rooms.citizens, resident.idNumber)
            try {
              const earlier = persona === 'returning' ? await fileBefore(rooms, citizen, sample) : new Set<string>()
              const talk = await openTalk(rooms, citizen)
              const played = await playService(rooms, talk, { sample, persona, seed, gold: records.get(sample.id) })
              const isHeld = (field: string): boolean => held.has(field) || earlier.has(field)
              const { replies, worksOut } = played
              return scoredTrial(played, questionsOf(replies, { worksOut, isHeld, isOffered: isHeld }))
            } finally {
              await rooms.citizens.forget(citizen.citizenId)
            }
          }),
      })),
    )
  })
}

/** Files what a citizen knows, some time before; the fields that she need not be asked for again. */
async function fileBefore(rooms: Rooms, citizen: SignedIn, sample: ServiceSample): Promise<ReadonlySet<string>> {
  const { id } = await openTalk(rooms, citizen)
  const { application } = await rooms.counter.start({
    conversationId: id,
    service: sample.service,
    values: given({ ...sample.citizen.knows, ...sample.expect.fields }),
  })
  const { code } = await rooms.counter.review(id, application.id)
  await rooms.counter.submitByCode({ conversationId: id, code })
  // What is to be done this time is not what was done the last.
  return new Set(
    application.fields.flatMap(({ id: field, value }) => (value === null || field === 'situation' ? [] : [field])),
  )
}
