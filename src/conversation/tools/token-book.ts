import type { Passage } from '../../knowledge/index.ts'

/**
 * Short names for what a model is shown in one turn: `p1` a passage, `g1` a guide, `s1` a service.
 * Real ids and links never reach the model, so it cannot invent one; an unknown token resolves to nothing.
 */
export type TokenBook = {
  readonly passage: (passage: Passage) => string
  readonly guide: (id: string) => string
  readonly service: (id: string) => string
  readonly passageOf: (token: string) => Passage | undefined
  readonly guideOf: (token: string) => string | undefined
  readonly serviceOf: (token: string) => string | undefined
  /** Every passage shown so far, in the order of showing. */
  readonly shown: () => readonly Passage[]
}

export function createTokenBook(): TokenBook {
  const passages = new Map<string, { token: string; passage: Passage }>()
  const byToken = new Map<string, Passage>()
  const guides = createNames('g')
  const services = createNames('s')
  return {
    passage: (passage) => {
      const known = passages.get(passage.id)
      if (known !== undefined) return known.token
      const token = `p${passages.size + 1}`
      passages.set(passage.id, { token, passage })
      byToken.set(token, passage)
      return token
    },
    guide: guides.token,
    service: services.token,
    passageOf: (token) => byToken.get(token),
    guideOf: guides.idOf,
    serviceOf: services.idOf,
    shown: () => [...byToken.values()],
  }
}

function createNames(prefix: string) {
  const tokens = new Map<string, string>()
  const ids = new Map<string, string>()
  return {
    token: (id: string) => {
      const known = tokens.get(id)
      if (known !== undefined) return known
      const token = `${prefix}${tokens.size + 1}`
      tokens.set(id, token)
      ids.set(token, id)
      return token
    },
    idOf: (token: string) => ids.get(token),
  }
}
