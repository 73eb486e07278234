import { AsyncLocalStorage } from 'node:async_hooks'
import type { LanguageModelV4 } from '@ai-sdk/provider'
import { aroundModel } from '../play/around-model.ts'

/** Hears what an engine is given in a turn: its briefing, and what its tools answered. */
export type Ear = {
  /** The engine with the ear on it. */
  readonly around: (model: LanguageModelV4) => LanguageModelV4
  /** Runs a turn, and adds to `heard` everything that an engine was given in it, as JSON. */
  readonly during: <Result>(heard: string[], turn: () => Promise<Result>) => Promise<Result>
}

/** Creates an ear. Turns that run at the same time are heard apart. */
export function createEar(): Ear {
  const hearing = new AsyncLocalStorage<string[]>()
  return {
    during: (heard, turn) => hearing.run(heard, turn),
    around: (model) =>
      aroundModel(model, (options) => {
        hearing.getStore()?.push(JSON.stringify(options.prompt))
        return model.doStream(options)
      }),
  }
}
