import { nextSentences } from './speech.ts'
import type { Locale } from './words.ts'

/** Voices as browsers name their languages. */
const VOICE: Readonly<Record<Locale, string>> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' }

/** A little slower than browsers speak by themselves: amounts and dates are to be noted down. */
const RATE = 0.9

/** True where the browser can speak. */
export function canRead(): boolean {
  return 'speechSynthesis' in globalThis && 'SpeechSynthesisUtterance' in globalThis
}

/**
 * Reads answers aloud with the browser's own voice, sentence by sentence: some browsers fall silent in the middle of a
 * long text. `onChange` is told which message is being read; undefined when none is.
 */
export function createReadAloud(onChange: (messageId: string | undefined) => void) {
  let reading: string | undefined

  const stop = (): void => {
    if (reading === undefined) return
    reading = undefined
    speechSynthesis.cancel()
    onChange(undefined)
  }

  return {
    stop,
    /** Reads a message, or stops when it is the one being read. */
    toggle(messageId: string, text: string, locale: Locale): void {
      const again = reading === messageId
      stop()
      const { sentences } = nextSentences(text, 0, true)
      if (again || sentences.length === 0) return
      reading = messageId
      onChange(messageId)
      const ended = (): void => {
        if (reading === messageId) stop()
      }
      for (const [at, sentence] of sentences.entries()) {
        const spoken = new SpeechSynthesisUtterance(sentence)
        spoken.lang = VOICE[locale]
        spoken.rate = RATE
        spoken.addEventListener('error', ended)
        if (at === sentences.length - 1) spoken.addEventListener('end', ended)
        speechSynthesis.speak(spoken)
      }
    },
  }
}
