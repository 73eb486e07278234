/** How several things become one text. */
export type Joined = {
  /** Several things, or clauses, in one sentence. */
  readonly list: (items: readonly string[]) => string
  readonly clauses: (items: readonly string[]) => string
  /** Whole sentences, one after the other. */
  readonly sentences: (items: readonly string[]) => string
}

/** In Chinese, in whichever characters, and in English. */
export const joined: Readonly<Record<'zh' | 'en', Joined>> = {
  zh: {
    list: (items) => items.join('、'),
    clauses: (items) => items.join('；'),
    sentences: (items) => items.join(''),
  },
  en: {
    list: (items) => items.join(', '),
    clauses: (items) => items.join('; '),
    sentences: (items) => items.join(' '),
  },
}
