import type { StaffContent } from '../../content/index.ts'
import type { Both } from './fact-words.ts'

/** What reports call things, for staff who have never seen a code. */
const SUITES: Readonly<Record<string, Both>> = {
  answers: { zh: '回答', en: 'Answers' },
  retrieval: { zh: '检索', en: 'Search' },
  refusals: { zh: '拒答', en: 'Refusals' },
  hostile: { zh: '敌意输入', en: 'Hostile input' },
  services: { zh: '办事', en: 'Applications' },
  'signed-in': { zh: '登录办事', en: 'Applications, signed in' },
  prompts: { zh: '提示词', en: 'Prompts' },
}

const KINDS: Readonly<Record<string, Both>> = {
  conditions: { zh: '谁能办', en: 'who may apply' },
  process: { zh: '怎么办', en: 'how' },
  fee: { zh: '费用', en: 'fees' },
  time: { zh: '多久办好', en: 'how long it takes' },
  materials: { zh: '要带什么', en: 'papers' },
  channel: { zh: '在哪里、怎么提交', en: 'where and by what way' },
  deadline: { zh: '期限', en: 'deadlines' },
  validity: { zh: '有效期', en: 'validity' },
  place: { zh: '地点', en: 'place' },
  proxy: { zh: '代办', en: 'acting for somebody' },
  difference: { zh: '区别', en: 'differences' },
  elsewhere: { zh: '外地', en: 'other places' },
  progress: { zh: '进度', en: 'progress' },
  other: { zh: '其他', en: 'other' },
  base64: { zh: '编码', en: 'encodings' },
  unicode: { zh: '特殊字符', en: 'odd characters' },
  'cross-citizen': { zh: '要别人的信息', en: "another citizen's records" },
  'fake-authority': { zh: '冒充权力', en: 'false authority' },
  'id-echo': { zh: '复述证件号', en: 'repeating an identity number' },
  'injection-turn': { zh: '话里夹指令', en: 'instructions in a message' },
  'injection-earlier-turn': { zh: '前面的话里夹指令', en: 'instructions in an earlier message' },
  'injection-filename': { zh: '文件名里夹指令', en: 'instructions in a file name' },
  'injection-guide': { zh: '指南里夹指令', en: 'instructions in a guide' },
  'off-topic': { zh: '无关的要求', en: 'off topic' },
  promise: { zh: '要承诺', en: 'demanding a promise' },
  'prompt-extraction': { zh: '套指令', en: 'asking for the instructions' },
  'submit-without-confirmation': { zh: '不确认就提交', en: 'filing without confirmation' },
  twin: { zh: '无害的对照', en: 'harmless twins' },
  declined: { zh: '该拒的', en: 'to be declined' },
}

const CHECKS: Readonly<Record<string, Both>> = {
  outcome: { zh: '结局', en: 'How it ended' },
  fact: { zh: '事实', en: 'Fact' },
  'must-not': { zh: '不该说的', en: 'Not to be said' },
  'cited-facts': { zh: '数字有依据', en: 'Numbers backed' },
  'cited-sections': { zh: '引用的小节', en: 'Sections cited' },
  found: { zh: '找到', en: 'Found' },
  'next-step': { zh: '下一步', en: 'A way on' },
  'not-refused': { zh: '没有错拒', en: 'Not declined' },
  'right-guide': { zh: '指南', en: 'Guide' },
  'nothing-filed': { zh: '没有提交', en: 'Nothing filed' },
  'state-unchanged': { zh: '自己的记录', en: 'Own records' },
  'victim-unchanged': { zh: '别人的记录', en: "Another's records" },
  'victim-untold': { zh: '别人的信息', en: "Another's data" },
  'no-leak': { zh: '指令', en: 'Instructions' },
  'asked-once': { zh: '不重复问', en: 'Nothing asked twice' },
  status: { zh: '办件状态', en: 'State of the case' },
  record: { zh: '办件内容', en: 'The record' },
  'told-why': { zh: '说明原因', en: 'Told why' },
  'right-form': { zh: '打开的表', en: 'Form opened' },
}

const MEASURES: Readonly<Record<string, Both>> = {
  'fact recall': { zh: '该说的事实说到了', en: 'facts stated' },
  'citation recall': { zh: '有数字的句子里，依据撑得住的', en: 'sentences with numbers that their sections back' },
  'citation precision': { zh: '引用里用得上的', en: 'citations that are of use' },
  'unsupported numbers': { zh: '每个回答里没有依据的数字句', en: 'unbacked sentences an answer' },
  characters: { zh: '一个回答的字数', en: 'characters an answer' },
  'bullet first': { zh: '先列条目、后说结论的', en: 'answers that open with a list item' },
  'over-refusal': { zh: '该答的却拒了', en: 'declined although answerable' },
  mrr: { zh: '第一个对的排得多前（MRR）', en: 'how early the first right one stands (MRR)' },
  ndcg: { zh: '排序的好坏（nDCG）', en: 'quality of the order (nDCG)' },
  turns: { zh: '办完要几轮', en: 'turns' },
  'known-asked': { zh: '已经知道还问的', en: 'asked although known' },
  'fields-no-register-holds': { zh: '登记库里没有、只能问的栏', en: 'fields that no register holds' },
  questions: { zh: '问了几个问题', en: 'questions asked' },
}

const ENDINGS: Readonly<Record<string, Both>> = {
  answer: { zh: '答了', en: 'answered' },
  partial: { zh: '答了一部分', en: 'answered in part' },
  clarify: { zh: '反问', en: 'asked back' },
  handoff: { zh: '转人工', en: 'handed to a person' },
  crisis: { zh: '给了求助电话', en: 'gave the emergency numbers' },
  status: { zh: '说了办件进度', en: 'told the state of cases' },
  submitted: { zh: '提交了', en: 'filed' },
  failed: { zh: '出错', en: 'failed' },
  start: { zh: '开始填表', en: 'began a form' },
  refuse: { zh: '谢绝了', en: 'declined' },
  'refuse:no-guidance': { zh: '说没有依据', en: 'said that no guide tells' },
  'refuse:out-of-scope': { zh: '说不归这里管', en: 'said that it is out of scope' },
  'refuse:small-talk': { zh: '当成闲聊', en: 'took it for small talk' },
  'refuse:unsafe': { zh: '说不能帮', en: 'declined as unsafe' },
  'refuse:personal-advice': { zh: '不替人拿主意', en: 'gave no personal advice' },
  'refuse:other-city': { zh: '说是外地的事', en: 'said that it is for another city' },
  'refuse:other-place': { zh: '说是外地的事', en: 'said that it is for another city' },
  'refuse:medical': { zh: '不给看病的建议', en: 'gave no medical advice' },
  'refuse:legal-advice': { zh: '不给法律意见', en: 'gave no legal advice' },
  'refuse:political': { zh: '不谈政治', en: 'declined politics' },
  'refuse:personal-data': { zh: '不给别人的信息', en: "declined another's data" },
  'refuse:promise': { zh: '不作承诺', en: 'made no promise' },
  'refuse:ineligible': { zh: '说不符合条件', en: 'said that she does not qualify' },
  'refuse:incomplete': { zh: '说还不完整', en: 'said that it is incomplete' },
}

const SECTIONS: Readonly<Record<string, Both>> = {
  who: { zh: '谁能办', en: 'who may apply' },
  materials: { zh: '要带什么', en: 'papers' },
  how: { zh: '怎么办', en: 'how to apply' },
  time: { zh: '多久办好', en: 'how long it takes' },
  fees: { zh: '要多少钱', en: 'fees' },
  where: { zh: '在哪办', en: 'where' },
  faq: { zh: '常见问题', en: 'frequent questions' },
  basis: { zh: '依据', en: 'legal basis' },
}

const same = (text: string): Both => ({ zh: text, en: text })

export const suiteName = (suite: string): Both => SUITES[suite] ?? same(suite)
/** A section of a guide, `fees` or `faq/…`. */
export const sectionSlugName = (slug: string): Both => SECTIONS[slug.split('/')[0] ?? ''] ?? same(slug)
export const kindName = (kind: string): Both => KINDS[kind] ?? same(kind)

/** What a check is called: `fact:fee` and `must-not-2` are facts and forbidden words. */
export function checkName(name: string): Both {
  return CHECKS[name] ?? CHECKS[name.replace(/(?::.*|-\d+)$/, '')] ?? same(name)
}

/** What a measure is called, and its value as a percentage where it is a share. */
export function measureWords(name: string, value: number): Both {
  const [, k] = /^recall@(\d+)$/.exec(name) ?? []
  const found = { zh: `该找到的在前 ${k} 段里`, en: `relevant sections among the first ${k}` }
  const { zh, en } = MEASURES[name] ?? (k === undefined ? same(name) : found)
  const isShare = /recall|precision|refusal|mrr|ndcg|bullet/.test(name)
  const shown = isShare ? `${(value * 100).toFixed(1)}%` : String(Number(value.toFixed(2)))
  return { zh: `${zh} ${shown}`, en: `${en} ${shown}` }
}

/** An ending in words; a form is named by its title. */
export function endingName(ending: string, content: Pick<StaffContent, 'services'> | undefined): Both {
  if (!ending.startsWith('start:')) return ENDINGS[ending] ?? ENDINGS[ending.split(':')[0] ?? ''] ?? same(ending)
  const id = ending.slice('start:'.length)
  const title = content?.services.get(id)?.title ?? id
  return { zh: `开始办“${title}”`, en: `began “${title}”` }
}

const ENDING_CODE =
  /(?<![\w-])(?:refuse(?::[a-z-]+)?|start:[a-z0-9-]+|answer|partial|clarify|handoff|crisis|status|submitted|failed)(?![\w-])/g

/** The message of a check about endings, with words in place of codes. */
export function withoutCodes({ zh, en }: Both, content: Pick<StaffContent, 'services'> | undefined): Both {
  return {
    zh: zh.replaceAll(ENDING_CODE, (code) => `“${endingName(code, content).zh}”`),
    en: en.replaceAll(ENDING_CODE, (code) => `“${endingName(code, content).en}”`),
  }
}
