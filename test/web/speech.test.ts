import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextSentences, spokenWords } from '../../src/web/widget/speech.ts'

describe('what a screen reader hears', () => {
  test('is whole sentences only, each once', () => {
    const first = nextSentences('居住半年以上可以申领。自受理之日', 0, false)
    expect(first.sentences).toEqual(['居住半年以上可以申领。'])
    const second = nextSentences('居住半年以上可以申领。自受理之日起15日内制发。', first.upTo, false)
    expect(second.sentences).toEqual(['自受理之日起15日内制发。'])
  })

  test('ends with what is left when the answer ends', () => {
    expect(nextSentences('请带身份证', 0, true).sentences).toEqual(['请带身份证'])
  })

  test('has no Markdown signs and no citation marks', () => {
    expect(spokenWords('- **免费**[1]，见 `窗口`')).toBe('免费，见 窗口')
  })

  test('does not break at the point of a number', () => {
    expect(nextSentences('The fee is 3.5 yuan. It', 0, false).sentences).toEqual(['The fee is 3.5 yuan.'])
  })

  test('never loses or repeats a sign, however the text arrives', () => {
    const sign = fc.constantFrom('证', '件', '。', '！', '？', '\n', '.', ' ', '”', 'a')
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), fc.nat({ max: 40 }), (signs, cut) => {
        const text = signs.join('')
        const early = nextSentences(text.slice(0, cut), 0, false)
        const late = nextSentences(text, early.upTo, true)
        const heard = [...early.sentences, ...late.sentences].join('').replace(/\s/g, '')
        expect(heard).toBe(text.replace(/\s/g, ''))
      }),
    )
  })
})
