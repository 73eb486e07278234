import { readAct } from '../../language/index.ts'
import { caseTalk } from '../telling/case-talk.ts'
import type { Rooms } from '../rooms.ts'
import { speechIn } from '../speech.ts'
import type { Step } from '../turn.ts'

/** What happened to her cases since she was last told waits for the citizen, and is said before anything else. */
export function createTellNews({ content, counter }: Pick<Rooms, 'content' | 'counter'>): Step {
  return async (turn) => {
    if (turn.inHand.cases.length === 0) return { turn }
    const news = await counter.untold(turn.conversationId)
    if (news.length === 0) return { turn }
    // Who asks how it goes is about to be told anyway.
    if (!readAct(turn.words).some(({ act }) => act === 'status')) {
      const say = speechIn(content(), turn.locale)
      turn.write({
        type: 'text',
        text: `${say('case-news')}\n${news.map((each) => caseTalk(say, each)).join('\n')}\n\n`,
      })
      turn.write({ type: 'progress', cases: news })
      turn.effects.told = new Set(news.map(({ receiptNumber }) => receiptNumber))
    }
    await counter.noteTold(news)
    return { turn }
  }
}
