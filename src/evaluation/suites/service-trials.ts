import { questionsOf } from '../checks/questions.ts'
import { checkCalls } from '../checks/tool-calls.ts'
import { suppliedFields } from '../citizens/resident.ts'
import { openTalk } from '../citizens/talk.ts'
import type { Trial } from '../trial.ts'
import type { GoldRecords } from './gold-records.ts'
import { aboutTrial, personasOf, playService, scoredTrial, type ServiceOptions } from './play-service.ts'
import { PERSONAS, type ServiceSample } from './shapes.ts'

/**
 * Every scenario with one of its personas, or with `every` one; `seeds` are further ways of saying the same.
 * Which one rests on the id of the sample alone, so that no sample decides how another is played.
 */
export function serviceTrials(
  samples: readonly ServiceSample[],
  records: GoldRecords,
  { today, seeds = 1, every = false, content = { registers: new Map() } }: ServiceOptions,
): Trial[] {
  const supplied = suppliedFields(content.registers)
  return samples.flatMap((sample) => {
    const wanted = sample.personas === 'all' ? PERSONAS : sample.personas
    return personasOf(sample, wanted, every).flatMap((persona) =>
      Array.from({ length: seeds }, (_, seed): Trial => ({
        ...aboutTrial(sample, { suite: 'services', persona, seed, today }),
        play: async (rooms) => {
          const talk = await openTalk(rooms)
          const played = await playService(rooms, talk, { sample, persona, seed, gold: records.get(sample.id) })
          const { replies, worksOut } = played
          // Who acts for a relative says more than the sample lists: who she is, and by what right.
          const calls =
            persona === 'for-relative'
              ? []
              : checkCalls(
                  replies.flatMap((reply) => reply.calls),
                  sample.expect.calls,
                )
          const questions = questionsOf(replies, { worksOut, isHeld: (field) => supplied.has(field) })
          return scoredTrial({ replies, checks: [...played.checks, ...calls] }, questions)
        },
      })),
    )
  })
}
