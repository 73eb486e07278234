import { TERM_CLASSES } from './terms.ts'

/** Numbers for terms, so that a term read once is a number from then on. Only grows. */
export type TermBook = {
  readonly size: () => number
  readonly find: (term: string) => number | undefined
  readonly add: (term: string) => number
  /** Class of a term by its number. */
  readonly classOf: (id: number) => number
  readonly terms: () => IterableIterator<string>
}

export function createTermBook(): TermBook {
  const ids = new Map<string, number>()
  const classes: number[] = []
  return {
    size: () => classes.length,
    find: (term) => ids.get(term),
    add(term) {
      const known = ids.get(term)
      if (known !== undefined) return known
      const id = classes.push(classOf(term)) - 1
      ids.set(term, id)
      return id
    },
    classOf: (id) => classes[id] ?? 0,
    terms: () => ids.keys(),
  }
}

function classOf(term: string): number {
  return Math.max(0, TERM_CLASSES.indexOf((term[0] ?? 'w') as never))
}
