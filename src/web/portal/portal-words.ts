/** Words that the portal's scripts say: 简, 繁, English. `{x}` stands for a value. */
const WORDS = {
  signOut: ['退出登录', '登出', 'Sign out'],
  noCases: ['还没有办件。', '還沒有辦件。', 'No cases yet.'],
  dueBy: ['最晚 {day} 办结', '最晚 {day} 辦結', 'due by {day}'],
  openCase: ['在对话里打开', '在對話裡打開', 'Open in the chat'],
  caseClosed: [
    '这次办理的对话已经结束，这里的进度照样更新；要补材料、撤回，请拨打 12345。',
    '這次辦理的對話已經結束，這裡的進度照樣更新；要補材料、撤回，請撥打 12345。',
    'The conversation of this case has ended; its progress is still told here. To add documents or withdraw, call 12345.',
  ],
  tracking: ['正在查…', '正在查…', 'Looking it up…'],
  unreachable: [
    '系统没有回应，请过一会儿再查。',
    '系統沒有回應，請過一會兒再查。',
    'Our system does not answer. Please try again shortly.',
  ],
  offline: ['连不上网络，请稍后再查。', '連不上網路，請稍後再查。', 'No connection. Please try again later.'],
  tooFast: [
    '查得有点快，请过一分钟再查。',
    '查得有點快，請過一分鐘再查。',
    'Too many requests. Please try again in a minute.',
  ],
  broken: [
    '系统暂时查不了，请稍后再查，或者拨打 12345。',
    '系統暫時查不了，請稍後再查，或者撥打 12345。',
    'The system cannot look it up right now. Please try again later, or call 12345.',
  ],
  notFound: [
    '没有查到：请对照回执，看看受理编号和查询码有没有抄错。',
    '沒有查到：請對照回執，看看受理編號和查詢碼有沒有抄錯。',
    'Not found. Please compare the receipt number and the query code with your receipt.',
  ],
} as const satisfies Record<string, readonly [string, string, string]>

const COLUMNS: Readonly<Record<string, number>> = { 'zh-Hans': 0, 'zh-Hant': 1, en: 2 }

/** Says words in the language of the page. */
export function say(word: keyof typeof WORDS, values: Readonly<Record<string, string>> = {}): string {
  const text = WORDS[word][COLUMNS[document.documentElement.lang] ?? 0] ?? WORDS[word][0]
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap)
}

/** An ISO time as a day in Xiamen, in the language of the page. */
export function dayOf(iso: string): string {
  const tag = { en: 'en-GB', 'zh-Hant': 'zh-TW' }[document.documentElement.lang] ?? 'zh-CN'
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'Asia/Shanghai' }).format(new Date(iso))
}
