import type { Library } from '../src/knowledge/index.ts'
import type { FoundPassage } from '../src/model/embedded/answer.ts'
import type { Answers } from '../src/model/embedded/weigh-lines.ts'

/** What a search of one guide says, as the engine reads it. */
export type GuideReading = {
  readonly passages: readonly FoundPassage[]
  readonly meant: readonly string[]
  readonly answers: Answers | undefined
}

/** More than any guide has. */
const ALL = 200

/** All passages of a guide as the engine reads them for a question, and the guides' own words for what it says otherwise. */
export async function readGuide(library: Library, guide: string, question: string): Promise<GuideReading> {
  const { passages, guides, meant } = await library.search(question, { guide, limit: ALL })
  const answers = guides.find(({ id }) => id === guide)?.answers
  return {
    meant,
    answers: answers && { points: Object.fromEntries(answers.chances), silent: answers.silent },
    // The engine names passages by tokens of a conversation; here their ids do.
    passages: passages.map(({ id, guide: of, guideTitle, section, heading, text, score, fit }) => ({
      token: id,
      guide: of,
      title: guideTitle,
      section,
      heading,
      text,
      score,
      fit,
    })),
  }
}
