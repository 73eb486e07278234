import type { LanguageModelV4Prompt } from '@ai-sdk/provider'
import { parseBriefing, splitBriefing, withoutServices, type Briefing } from '../briefing.ts'
import { messageText } from '../message-text.ts'
import { ModelFailure } from './failure.ts'

/** Listens to the words of one model step. */
export type WordWatch = {
  /** @throws ModelFailure when the words show that the model is out of hand; they are then not to be passed on. */
  readonly hear: (words: string) => void
  /** The words are over: what is left without a full stop counts as a sentence. */
  readonly end: () => void
}

/** Letters in a row that nobody writes like the instructions by chance. */
const RECITED = 14
/** A whole sentence of them tells as much. */
const SHORTEST = 6
const MARK = /\[[a-z]\d+\]/gu
const NOT_A_LETTER = /[^\p{L}\p{N}]/gu
const SENTENCE_END = /[。！？；!?\n]|\.(?=\s)/gu

/** Fewer words or characters than these tell no language: names of papers and places are left as they are. */
const FEWEST = { words: 4, characters: 8, letters: 4 }

/** Watches for instructions that are recited and for sentences in a language that the citizen does not speak. */
export function watchWords(prompt: LanguageModelV4Prompt): WordWatch {
  const instructions = read(messageText(prompt.find(({ role }) => role === 'system')))
  const asked = splitBriefing(messageText(prompt.findLast(({ role }) => role === 'user')))
  const locale = asked && parseBriefing(asked.block)?.locale
  let sentence = ''
  let letters = ''

  const judge = (words: string): void => {
    if (instructions.sentences.has(lettersOf(words.replaceAll(MARK, ''))))
      throw new ModelFailure('recites-instructions')
    if (locale !== undefined && isForeign(words, locale)) throw new ModelFailure('wrong-language')
  }
  return {
    hear: (words) => {
      const from = letters.length
      letters += lettersOf(words)
      for (let at = Math.max(0, from - RECITED + 1); at + RECITED <= letters.length; at += 1)
        if (instructions.runs.has(letters.slice(at, at + RECITED))) throw new ModelFailure('recites-instructions')
      letters = letters.slice(-RECITED)
      const sentences = `${sentence}${words}`.split(SENTENCE_END)
      sentence = sentences.pop() ?? ''
      for (const whole of sentences) judge(whole)
    },
    end: () => judge(sentence),
  }
}

/** Whether a sentence is clearly not in the citizen's language. Either script of Chinese will do: it is converted on the way to her. */
function isForeign(sentence: string, locale: Briefing['locale']): boolean {
  const words = sentence.match(/\p{Script=Latin}{2,}/gu)?.length ?? 0
  const characters = sentence.match(/\p{Script=Han}/gu)?.length ?? 0
  const others = sentence.match(/(?!\p{Script=Han}|\p{Script=Latin})\p{L}/gu)?.length ?? 0
  if (others >= FEWEST.letters && others > words + characters / 2) return true
  if (locale === 'en') return characters >= FEWEST.characters && words < characters / FEWEST.characters
  return words >= FEWEST.words && characters < words / 2
}

type Instructions = { readonly runs: ReadonlySet<string>; readonly sentences: ReadonlySet<string> }

/** The instructions read last: they are the same in every turn. */
let kept: { readonly of: string; readonly read: Instructions } | undefined

function read(instructions: string): Instructions {
  if (kept?.of === instructions) return kept.read
  const written = withoutServices(instructions)
  const letters = lettersOf(written)
  const runs = new Set<string>()
  for (let at = 0; at + RECITED <= letters.length; at += 1) runs.add(letters.slice(at, at + RECITED))
  const sentences = written.split(SENTENCE_END).map((sentence) => lettersOf(sentence))
  kept = { of: instructions, read: { runs, sentences: new Set(sentences.filter(({ length }) => length >= SHORTEST)) } }
  return kept.read
}

function lettersOf(text: string): string {
  return text.replaceAll(NOT_A_LETTER, '')
}
