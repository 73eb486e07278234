import type { ApplicationView } from '../../services/index.ts'
import type { Speech } from '../speech.ts'

type Material = ApplicationView['materials'][number]

/** Materials of a draft that may come later or be replaced by a promise, and are not settled in another way. */
export function reliefOnOffer({ materials }: Pick<ApplicationView, 'materials'>): readonly Material[] {
  return materials.filter(({ state, relief }) => relief?.taken === null && (state === 'missing' || state === 'bring'))
}

/** How the citizen may do without a paper, a sentence for each; empty when she may not. */
export function reliefTalk(say: Speech, application: Pick<ApplicationView, 'materials'>): readonly string[] {
  return reliefOnOffer(application).map(({ label, relief }) =>
    relief?.as === 'promise'
      ? say('relief-promise', { label })
      : relief?.days == null
        ? say('relief-later-soon', { label })
        : say('relief-later', { label, days: String(relief.days) }),
  )
}
