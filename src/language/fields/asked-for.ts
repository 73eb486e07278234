import type { ElementId } from '../element.ts'
import { ELEMENT_WORDS } from '../elements/labelled.ts'
import type { Named } from './named.ts'
import { elementOf } from './field.ts'
import { mayBeHerself } from './owner.ts'

/**
 * Asked for the number of another, 身份证 before a number names the one that was asked for: unless a second one is told as well, and
 * the word is what the form calls a field of its own.
 */
export function askedFor(named: Named, alone: boolean, all: readonly Named[]): readonly string[] {
  const element = elementOf(named.field)
  if (element === undefined) return []
  const words = generalWords(element, named)
  if (alone) return words
  const own = all.filter(({ field, owner }) => owner === undefined && elementOf(field) === element)
  return words.filter((word) => !own.some(({ labels }) => labels.some((label) => label.includes(word))))
}

/** Words for a value of the element, whosever it is; 我叫 is her own name, which a guardian's may be and an elder's is not. */
function generalWords(element: ElementId, { owner }: Named): readonly string[] {
  const words = ELEMENT_WORDS[element]
  return owner === undefined || mayBeHerself(owner) ? words : words.filter((word) => !word.startsWith('我'))
}
