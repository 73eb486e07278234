import type { Briefing } from '../briefing.ts'
import type { Verdict } from './own-case.ts'

/**
 * The few sentences that are the engine's own. None of these states a fact of a guide, so none carries a citation. Everything
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
  ofWhat: {
    zh: '您要投诉什么事、哪个单位？时间、地点和经过也说一下，我登记给工作人员。',
    en: 'What do you want to complain about, and whom? Say when, where and what happened, and I will note it for staff.',
  },
  notStartable: {
    zh: '这件事还不能在对话里直接申请，请按指南写的方式办理。',
    en: 'This cannot be applied for in the chat; please follow what the guide says.',
  },
  chineseOnly: { zh: '指南原文：', en: 'The guide has this point in Chinese only:' },
  yourCase: { zh: '您说的{said}，看这一条：', en: 'You said {said}, and the guide says:' },
  notSaid: { zh: '指南里没有写', en: 'not in the guide' },
  'row-who': { zh: '谁能办', en: 'Who' },
  'row-time': { zh: '多久', en: 'How long' },
  'row-fees': { zh: '费用', en: 'Fees' },
  whichMatter: { zh: '您问的是哪一件事？', en: 'Which matter do you mean?' },
} as const

export type PhraseName = keyof typeof PHRASES

/**
 * How her own number stands to a condition of the guide. `{said}` is hers, `{words}` the guide's; in English the guide's
 * Chinese is told by its bound.
 */
const VERDICTS: Readonly<Record<Verdict, { readonly zh: string; readonly en: string }>> = {
  meets: {
    zh: '您说的{said}符合“{words}”这一条，其他条件见下',
    en: 'You said {said}: the guide asks for {bound}, so this condition is met, and the others are below',
  },
  misses: {
    zh: '您说的{said}还没到“{words}”这一条',
    en: 'You said {said}: the guide asks for {bound}, so this condition is not met yet',
  },
  exceeds: {
    zh: '您说的{said}超出了“{words}”这一条',
    en: 'You said {said}: the guide asks for {bound}, so this condition is not met',
  },
  'in-time': {
    zh: '您说的{said}还在“{words}”的期限里',
    en: 'You said {said}: the time limit is {bound}, so you are within it',
  },
  late: {
    zh: '您说的{said}已经过了“{words}”的期限',
    en: 'You said {said}: the time limit is {bound}, so it has passed',
  },
  applies: {
    zh: '按您说的{said}，看这一条：{words}',
    en: 'You said {said}: the guide has a line for {bound}, and that is your case',
  },
  depends: {
    zh: '您说的{said}要分情形看：{words}',
    en: 'You said {said}: it depends, since the guide asks for {bound} in one case and for something else in another',
  },
}

/** What the citizen is asked where a rule tells cases apart that she has not told. */
const FORKS: Readonly<Record<string, Fork>> = {
  sex: {
    question: { zh: '请问是男方还是女方？', en: 'Is this about a man or a woman?' },
    choices: { zh: ['男方', '女方'], en: ['man', 'woman'] },
  },
  rank: {
    question: {
      zh: '请问是女干部（管理技术岗）还是女工人？',
      en: 'Is it a post in management or technology, or a worker’s?',
    },
    choices: { zh: ['女干部', '女工人'], en: ['staff', 'worker'] },
  },
  home: {
    question: { zh: '请问是家庭唯一住房还是第二套住房？', en: 'Is it the only home of the family or the second?' },
    choices: { zh: ['家庭唯一住房', '第二套住房'], en: ['only home', 'second home'] },
  },
  by: {
    question: { zh: '请问是单位申请还是个人申请？', en: 'Does the employer apply, or you yourself?' },
    choices: { zh: ['单位申请', '个人申请'], en: ['the employer', 'myself'] },
  },
  degree: {
    question: { zh: '请问属于哪一种程度？', en: 'How serious is it?' },
    choices: { zh: ['轻微失信', '一般失信', '严重失信'], en: ['slight', 'usual', 'serious'] },
  },
}
type Spoken<Value> = { readonly zh: Value; readonly en: Value }
type Fork = { readonly question: Spoken<string>; readonly choices: Spoken<readonly string[]> }

/** The sentence of a verdict, without its end. */
export function verdictPhrase(
  verdict: Verdict,
  { said, words, bound }: { readonly said: string; readonly words: string; readonly bound: string },
  locale: Briefing['locale'],
): string {
  return VERDICTS[verdict][spoken(locale)]
    .replace('{said}', said)
    .replace('{words}', () => words)
    .replace('{bound}', () => bound)
}

/** The question, with its choices, for a trait that decides; undefined for one that nobody is asked for. */
export function forkQuestion(
  trait: string,
  locale: Briefing['locale'],
): { readonly question: string; readonly choices: string[] } | undefined {
  const fork = FORKS[trait]
  const language = spoken(locale)
  return fork && { question: fork.question[language], choices: [...fork.choices[language]] }
}

function spoken(locale: Briefing['locale']): 'zh' | 'en' {
  return locale === 'en' ? 'en' : 'zh'
}

/** One of the engine's own sentences in Chinese or English. */
export function phrase(name: PhraseName, locale: Briefing['locale']): string {
  return PHRASES[name][spoken(locale)]
}
