import { withCodesInFigures, withoutCourtesies } from '../../language/index.ts'
import type { ShortNames } from './short-names.ts'
import type { Spelling } from './spelling.ts'
import type { Ear } from './terms.ts'

type Tools = {
  readonly ear: Pick<Ear, 'normalise'>
  readonly spelling: Spelling
  readonly shortNames: ShortNames
  /** Whether any text of a guide holds the pair of characters. */
  readonly holds: (pair: string) => boolean
}

/** How a question is heard: misspelt names put right, spoken numbers in figures, without what is said for politeness. */
export function createHearing({ ear, spelling, shortNames, holds }: Tools): (asked: string) => string {
  return (asked) => {
    const question = withCodesInFigures(asked)
    const normal = ear.normalise(question)
    const corrected = shortNames.correct(spelling.correct(normal), holds)
    return withoutCourtesies(corrected === normal ? question : corrected)
  }
}
