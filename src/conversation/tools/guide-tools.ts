import type { StaffContent } from '../../content/index.ts'
import type { FoundGuide, Passage, PointReading } from '../../knowledge/index.ts'
import type { PassagesResult } from '../../model/index.ts'
import { AppError } from '../../errors.ts'
import type { ToolTurn } from './tool-turn.ts'
import type { ToolWork } from './tools.ts'

/** Passages a search shows a model. */
const SEARCH_LIMIT = 8
/** Confidence from which on a guide is shown, and how much of its name must be said where it is less. */
const SHOWN = { confidence: 0.001, name: 0.5 }

/** From this confidence on a question is about the matter of a guide, even where none of its sections answers it; below, words share a few characters with it. */
const SPOKEN_OF = 0.12

/** A point less likely than this is not told. */
const LIKELY = 0.01

/** Tools that read the library. What they show is remembered, so that the answer is checked against just that. */
export function guideTools({ turn, rooms, tokens, content }: ToolTurn): Pick<ToolWork, 'searchGuides' | 'readGuide'> {
  const shownPassage = (passage: Passage, score: number): PassagesResult['passages'][number] => ({
    token: tokens.passage(passage),
    guide: tokens.guide(passage.guide),
    title: passage.guideTitle,
    section: passage.section,
    heading: passage.heading,
    text: passage.text,
    ...(passage.textEn === undefined ? {} : { textEn: passage.textEn }),
    ...(turn.locale === 'en' ? { pointsEn: { ...passage.pointsEn } } : {}),
    score,
  })

  return {
    searchGuides: async ({ query, guide, sections }) => {
      const inGuide = guide === undefined ? undefined : knownGuide(tokens.guideOf(guide), content)
      const result = await rooms.library.search(query, {
        limit: SEARCH_LIMIT,
        ...(inGuide === undefined ? {} : { guide: inGuide }),
        ...(sections === undefined ? {} : { sections }),
      })
      turn.effects.searched = true
      turn.effects.guide ??= inGuide ?? result.guides.find(({ confidence }) => confidence >= SPOKEN_OF)?.id
      return {
        passages: result.passages.map((passage) => ({ ...shownPassage(passage, passage.score), fit: passage.fit })),
        guides: result.guides.filter(isWorthTelling).map(({ id, title, confidence, evidence, answers }) => ({
          ...shownGuide(id, title, confidence),
          named: evidence.name,
          ...(answers === undefined ? {} : { answers: shownAnswers(answers) }),
        })),
        confidence: result.confidence,
        foreign: result.foreign,
        meant: [...result.meant],
      } satisfies PassagesResult
    },
    readGuide: ({ guide, sections }) => {
      const id = knownGuide(tokens.guideOf(guide), content)
      const passages = rooms.library.passages(id)
      const wanted = passages.filter(({ section }) => sections === undefined || sections.includes(section))
      turn.effects.searched = true
      turn.effects.guide = id
      return {
        passages: wanted.map((passage) => shownPassage(passage, 1)),
        guides: [shownGuide(id, content.guides.get(id)?.title ?? id, 1)],
        confidence: 1,
      } satisfies PassagesResult
    },
  }

  function shownGuide(id: string, title: string, confidence: number): PassagesResult['guides'][number] {
    const { service, titleEn } = content.guides.get(id) ?? {}
    return {
      token: tokens.guide(id),
      title,
      ...(titleEn === undefined ? {} : { titleEn }),
      confidence,
      ...(service === undefined ? {} : { service: tokens.service(service) }),
    }
  }
}

/** The likely points of a guide, to a hundredth. */
function shownAnswers({ chances, silent }: PointReading): { points: Record<string, number>; silent: number } {
  const likely = [...chances].filter(([, chance]) => chance >= LIKELY)
  return {
    points: Object.fromEntries(likely.map(([name, chance]) => [name, rounded(chance)])),
    silent: rounded(silent),
  }
}

const rounded = (chance: number): number => Math.round(chance * 100) / 100

function knownGuide(id: string | undefined, content: StaffContent): string {
  if (id === undefined || !content.guides.has(id))
    throw new AppError('not-found', '没有这份指南，请用搜索结果里的代号。')
  return id
}

/** A guide that may be meant, or that is named: fifty others would only be read and paid for. */
function isWorthTelling({ confidence, evidence }: FoundGuide): boolean {
  return confidence >= SHOWN.confidence || evidence.name >= SHOWN.name
}
