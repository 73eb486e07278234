import { TERM_CLASSES } from './terms.ts'

/** Numbers for terms, so that a term read once is a number from then on. Only grows. */
export type TermBook = {
  readonly size: () => number
  readonly find: (term: string) => number | undefined
  /** Numbers of the terms of a question in their order, -1 for one that is unknown: looked up once for all indexes. */
  readonly numbersOf: (asked: ReadonlyMap<string, unknown>) => Int32Array
  readonly add: (term: string) => number
  /** Class of a term by its number. */
  readonly classOf: (id: number) => number
  readonly terms: () => IterableIterator<string>
}

export function createTermBook(): TermBook {
  const ids = new Map<string, number>()
  const classes: number[] = []
  /** Of the questions of late, as long as no term was added. */
  const asked = new WeakMap<ReadonlyMap<string, unknown>, { readonly size: number; readonly numbers: Int32Array }>()
  return {
    size: () => classes.length,
    find: (term) => ids.get(term),
    numbersOf(question) {
      const known = asked.get(question)
      if (known?.size === ids.size) return known.numbers
      const numbers = Int32Array.from(question.keys(), (term) => ids.get(term) ?? -1)
      asked.set(question, { size: ids.size, numbers })
      return numbers
    },
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
