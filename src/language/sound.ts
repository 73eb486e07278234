import { pinyin } from 'pinyin-pro'

/** Sounds of single characters, read once. */
const sounds = new Map<string, string>()

/** The sound of one character in pinyin without its tone, ü as v: 吕 → lv. Other than a Han character it is its own sound. */
export function soundOf(character: string): string {
  let sound = sounds.get(character)
  if (sound === undefined) {
    sound = pinyin(character, { toneType: 'none', v: true })
    sounds.set(character, sound)
  }
  return sound
}
