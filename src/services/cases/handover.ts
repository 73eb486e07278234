import type { Counter } from '../counter.ts'
import type { CounterTools } from '../counter-tools.ts'
import { newQueryCode } from '../filing/receipt-number.ts'
import { shanghaiDate } from './working-days.ts'

/** Longest transcript kept, in UTF-16 units; of a longer one the end, where the trouble is. */
const MAX_TRANSCRIPT = 200_000

/** Records the wish to speak with a person. The ticket says that it is recorded, nothing about when someone answers. */
export function createHandover({ store, clock, random }: CounterTools): Pick<Counter, 'handOver'> {
  return {
    handOver: async ({ conversationId, reason, transcript }) => {
      const now = clock()
      const ticket = `RG${shanghaiDate(now).replaceAll('-', '')}-${newQueryCode(random)}`
      await store.transaction((db) =>
        db
          .insertInto('handovers')
          .values({
            ticket,
            conversationId,
            reason,
            transcriptSealed: store.seal(transcript.slice(-MAX_TRANSCRIPT)),
            createdAt: now,
          })
          .execute(),
      )
      return { ticket }
    },
  }
}
