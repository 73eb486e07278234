import type { Library } from '../src/knowledge/index.ts'
import type { FoundPassage } from '../src/model/embedded/answer.ts'

/** More than any guide has. */
const ALL = 200

/** All passages of a guide as the engine reads them for a question, and the guides' own words for what it says otherwise. */
export async function readGuide(
  library: Library,
  guide: string,
  question: string,
): Promise<{ readonly passages: readonly FoundPassage[]; readonly meant: readonly string[] }> {
  const { passages, meant } = await library.search(question, { guide, limit: ALL })
  return {
    meant,
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
