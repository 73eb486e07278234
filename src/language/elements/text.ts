import type { DataElement, ElementContext, Reading } from '../element.ts'
import { normalise } from '../normal-form.ts'
import { foldCharacters } from '../script.ts'
import { labelsOf } from './labelled.ts'

const MAX_LENGTH = 500

/** 文字: free words, read only after the field's label or as the answer to its question. */
export const text: DataElement = {
  id: 'text',
  label: '文字',
  secret: false,
  read: readText,
  check: (value) => {
    const trimmed = normalise(value)
    if (trimmed === '') return { ok: false, problem: '这一项还没有内容。' }
    return trimmed.length > MAX_LENGTH
      ? { ok: false, problem: `请不要超过${MAX_LENGTH}个字。` }
      : { ok: true, value: trimmed }
  },
  show: (value) => value,
}

function readText(words: string, context: ElementContext): Reading[] {
  const folded = foldCharacters(words)
  const lower = folded.toLowerCase()
  for (const label of labelsOf('text', context)) {
    for (let at = lower.indexOf(label); at >= 0; at = lower.indexOf(label, at + label.length)) {
      const link = /\s?(?:写错了?[，,]?)?(?:应该)?(?:是|为|叫|填|写|改成|改为|[:：])\s?[:：]?\s?/y
      link.lastIndex = at + label.length
      if (!link.test(folded)) continue
      const start = link.lastIndex
      const value = /^[^，,。；;！!？?\n]{1,200}/.exec(folded.slice(start, start + 200))?.[0].trimEnd() ?? ''
      if (value !== '' && !/^(?:什么|啥|多少|怎么|哪|谁)/.test(value)) {
        const end = start + value.length
        return [
          { value: normalise(words.slice(start, end)), text: words.slice(start, end), start, end, confidence: 0.9 },
        ]
      }
    }
  }
  const whole = normalise(words)
  if (
    context.asked !== true ||
    whole === '' ||
    whole.length > MAX_LENGTH ||
    /[?？]\s*$|(?:吗|呢|么)[?？]?$/.test(whole)
  )
    return []
  return [{ value: whole, text: words, start: 0, end: words.length, confidence: 0.5 }]
}
