import type { Briefing } from '../briefing.ts'

/**
 * The few sentences that are the engine's own. None states a fact of a guide, so none carries a citation. Everything
 * else it says is quoted. Traditional script is set by the code that releases the text.
 */
const PHRASES = {
  notInGuide: {
    zh: '您问的这一点，指南里没有写到，下面是最接近的内容。',
    en: 'The guide does not say anything about this point. The closest it has is this:',
  },
  otherUnanswered: {
    zh: '您另外问到的事，指南里没有写到。',
    en: 'The guide does not say anything about the other thing you asked.',
  },
  toComplain: {
    zh: '要投诉、求助的，请拨打12345，说清时间、地点、经过和您的要求。',
    en: 'To complain or ask for help, call 12345 and say when and where it was, what happened and what you want.',
  },
  notStartable: {
    zh: '这件事还不能在对话里直接申请，请按指南写的方式办理。',
    en: 'This cannot be applied for in the chat; please follow what the guide says.',
  },
  chineseOnly: { zh: '指南原文：', en: 'The guide has this point in Chinese only:' },
  notSaid: { zh: '指南里没有写', en: 'not in the guide' },
  'row-who': { zh: '谁能办', en: 'Who' },
  'row-time': { zh: '多久', en: 'How long' },
  'row-fees': { zh: '费用', en: 'Fees' },
  whichMatter: { zh: '您问的是哪一件事？', en: 'Which matter do you mean?' },
} as const

export type PhraseName = keyof typeof PHRASES

/** One of the engine's own sentences in Chinese or English. */
export function phrase(name: PhraseName, locale: Briefing['locale']): string {
  return PHRASES[name][locale === 'en' ? 'en' : 'zh']
}
