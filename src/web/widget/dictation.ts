import type { Locale } from './words.ts'

/** The part of the browser's speech recognition that we use; browsers still ship it under a name of their own. */
type Recognition = EventTarget & {
  lang: string
  interimResults: boolean
  start: () => void
  stop: () => void
}
type Result = Event & { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }

const HEARS: Readonly<Record<Locale, string>> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-US' }

function recogniser(): (new () => Recognition) | undefined {
  const own: unknown =
    Reflect.get(globalThis, 'SpeechRecognition') ?? Reflect.get(globalThis, 'webkitSpeechRecognition')
  return typeof own === 'function' ? (own as new () => Recognition) : undefined
}

/** True where the browser can write down what it hears. */
export function canHear(): boolean {
  return recogniser() !== undefined
}

/**
 * Writes down what the citizen says with the browser's own recognition. `onWords` gets the words so far, for the composer: sending
 * them stays her act. `onChange` is told whether the browser listens.
 */
export function createDictation(tools: {
  readonly onWords: (words: string) => void
  readonly onChange: (listening: boolean) => void
}) {
  let running: Recognition | undefined
  return {
    toggle(locale: Locale): void {
      const Recogniser = recogniser()
      if (running !== undefined || Recogniser === undefined) {
        running?.stop()
        return
      }
      const mine = new Recogniser()
      running = mine
      mine.lang = HEARS[locale]
      mine.interimResults = true
      mine.addEventListener('result', (event) => {
        const words = Array.from((event as Result).results, (result) => result[0]?.transcript ?? '')
        tools.onWords(words.join(''))
      })
      mine.addEventListener('end', () => {
        running = undefined
        tools.onChange(false)
      })
      tools.onChange(true)
      mine.start()
    },
    stop: (): void => running?.stop(),
  }
}
