import type { PageAsked } from '../wire.ts'

/** Words of the pages that the server writes: 简, 繁, English. `{x}` stands for a value. */
const WORDS = {
  brand: ['边办', '邊辦', 'Bianban'],
  brandNote: ['厦门政务服务助手', '廈門政務服務助手', 'Xiamen service assistant'],
  skipToChat: ['跳到对话', '跳到對話', 'Skip to the chat'],
  skipToText: ['跳到正文', '跳到正文', 'Skip to the text'],
  mine: ['我的', '我的', 'My account'],
  language: ['语言', '語言', 'Language'],
  toTrack: ['查进度', '查進度', 'Track'],
  signIn: ['登录', '登入', 'Sign in'],
  hotline: ['热线', '熱線', 'hotline'],
  elderLook: ['长辈版', '長輩版', 'Easy view'],
  demonstration: [
    '边办是示范系统，不代表任何政府部门；事项以办理窗口和主管部门公布的为准。',
    '邊辦是示範系統，不代表任何政府部門；事項以辦理窗口和主管部門公布的為準。',
    'Bianban is a demonstration and speaks for no authority; what the offices publish is what counts.',
  ],
  unsure: ['拿不准的，请拨打', '拿不準的，請撥打', 'Not sure? Call'],
  unsureLine: ['政务服务便民热线。', '政務服務便民熱線。', ', the city’s service line.'],

  portalTitle: ['边办 · 厦门政务服务助手', '邊辦 · 廈門政務服務助手', 'Bianban · Xiamen service assistant'],
  portalAbout: [
    '边聊边办：问清楚怎么办、要带什么、多久、多少钱，并在同一个对话里填表、核对、提交、查进度。',
    '邊聊邊辦：問清楚怎麼辦、要帶什麼、多久、多少錢，並在同一個對話裡填表、核對、提交、查進度。',
    'Ask how a service in Xiamen works, what to bring, how long it takes and what it costs, then apply and track it in the same chat.',
  ],
  heroTitle: ['想办什么，问一句就行', '想辦什麼，問一句就行', 'What do you need? Just ask.'],
  heroLead: [
    '说清楚您的情况，边办告诉您怎么办、带什么、多久、多少钱；能在线办的，当场陪您填好、核对、提交。',
    '說清楚您的情況，邊辦告訴您怎麼辦、帶什麼、多久、多少錢；能線上辦的，當場陪您填好、核對、提交。',
    'Tell Bianban your situation. It says how to do it, what to bring, how long it takes and what it costs; what can be done online, you fill in, check and file together.',
  ],
  question: ['您想办什么事？', '您想辦什麼事？', 'What would you like to get done?'],
  questionHint: ['例如：身份证丢了怎么补', '例如：身分證丟了怎麼補', 'For example: I lost my ID card'],
  askBianban: ['问边办', '問邊辦', 'Ask'],
  askedOften: ['大家常问', '大家常問', 'Often asked'],
  asked: [
    '身份证丢了怎么补？\n育儿补贴一年发多少钱？\n公积金怎么提取？\n退休要办哪些手续？',
    '台灣居民居住證怎麼辦？\n身分證丟了怎麼補？\n育兒補貼一年發多少錢？\n公積金怎麼提取？',
    'How do I replace a lost ID card?\nHow do I apply for a residence permit?\nHow do I withdraw from the housing fund?',
  ],
  chat: ['对话', '對話', 'Chat'],
  chatNeedsScript: [
    '对话需要开启浏览器脚本。您也可以看下面的办事指南，或者拨打 12345 政务服务便民热线。',
    '對話需要開啟瀏覽器腳本。您也可以看下面的辦事指南，或者撥打 12345 政務服務便民熱線。',
    'The chat needs JavaScript. You can also read the guides below, or call 12345, the city’s service line.',
  ],
  myCases: ['我的办件', '我的辦件', 'My cases'],
  track: ['查办件进度', '查辦件進度', 'Track a case'],
  trackNote: [
    '不用登录：填回执上的受理编号和查询码就能查。',
    '不用登入：填回執上的受理編號和查詢碼就能查。',
    'No need to sign in: the receipt number and the query code of your receipt are enough.',
  ],
  receiptNumber: ['受理编号', '受理編號', 'Receipt number'],
  queryCode: ['查询码', '查詢碼', 'Query code'],
  trackNow: ['查进度', '查進度', 'Track'],
  promises: ['您可以放心', '您可以放心', 'What you can count on'],
  sourced: ['句句有出处', '句句有出處', 'Every sentence has its source'],
  sourcedNote: [
    '回答里的金额、天数、材料都来自办事指南，点编号就能看原文。',
    '回答裡的金額、天數、材料都來自辦事指南，點編號就能看原文。',
    'Amounts, days and documents come from the guides; press a number to read the original.',
  ],
  yours: ['提交由您定', '提交由您定', 'You decide what is filed'],
  yoursNote: [
    '每一项都标明从哪来，您确认之前什么都不会提交。',
    '每一項都標明從哪來，您確認之前什麼都不會提交。',
    'Every entry says where it came from, and nothing is filed before you agree.',
  ],
  person: ['随时找人工', '隨時找真人', 'A person whenever you want'],
  personNote: [
    '说“找人工”就登记工单，也可以直接拨打 12345。',
    '說「找真人」就登記工單，也可以直接撥打 12345。',
    'Say “human” and your question is passed on, or call 12345.',
  ],
  services: ['办事指南', '辦事指南', 'Guides'],
  servicesNote: [
    '点标题看指南；点“开始办”就在对话里填表，提交之前都由您核对确认。',
    '點標題看指南；點「開始辦」就在對話裡填表，提交之前都由您核對確認。',
    'Press a title to read the guide; press “Start” to fill in the form in the chat. You check everything before it is filed.',
  ],
  byTopic: ['按类别找', '按類別找', 'By topic'],
  start: ['开始办', '開始辦', 'Start'],
  startThing: ['开始办：{title}', '開始辦：{title}', 'Start: {title}'],
  online: ['在线填写、提交', '線上填寫、提交', 'Fill in and file online'],
  appointment: ['先填表，再到现场', '先填表，再到現場', 'Fill in first, then come in person'],
  popular: ['常办事项', '常辦事項', 'Popular services'],
  foundFor: ['“{question}”找到的办事指南', '「{question}」找到的辦事指南', 'Guides found for “{question}”'],
  foundNothing: [
    '没有找到相关的办事指南。换个说法再试，或者拨打 12345。',
    '沒有找到相關的辦事指南。換個說法再試，或者撥打 12345。',
    'No guide was found. Try other words, or call 12345.',
  ],
  bundles: ['高效办成一件事', '高效辦成一件事', 'One matter, done as one'],
  bundlesNote: [
    '几件事一起办：该问的只问一次。',
    '幾件事一起辦：該問的只問一次。',
    'Several services handled together: you are asked each thing once.',
  ],
  wantThing: ['我要办{title}', '我要辦{title}', 'I want to apply: {title}'],

  guideTitle: ['{title} · 边办', '{title} · 邊辦', '{title} · Bianban'],
  guideAbout: [
    '{title}：谁能办、要带什么、怎么办、多久办好、要多少钱、在哪办。',
    '{title}：誰能辦、要帶什麼、怎麼辦、多久辦好、要多少錢、在哪辦。',
    '{title}: who can apply, what to bring, how to apply, how long it takes and what it costs.',
  ],
  place: ['所在位置', '所在位置', 'You are here'],
  home: ['首页', '首頁', 'Home'],
  contents: ['本页内容', '本頁內容', 'On this page'],
  alsoCalled: ['也叫：{names}', '也叫：{names}', 'Also called: {names}'],
  doThis: ['办这件事', '辦這件事', 'Apply'],
  askAbout: ['问问边办', '問問邊辦', 'Ask Bianban'],
  howToThing: ['{title}怎么办，要带什么？', '{title}怎麼辦，要帶什麼？', 'How do I apply: {title}?'],
  shortOnly: [
    '',
    '',
    'Each section begins with a short English version. The full guide is in Chinese, and the Chinese text is what counts.',
  ],
  who: ['谁能办', '誰能辦', 'Who can apply'],
  materials: ['要带什么', '要帶什麼', 'What to bring'],
  how: ['怎么办', '怎麼辦', 'How to apply'],
  time: ['多久办好', '多久辦好', 'How long it takes'],
  fees: ['要多少钱', '要多少錢', 'What it costs'],
  where: ['在哪办', '在哪辦', 'Where to go'],
  faq: ['常见问题', '常見問題', 'Common questions'],
  basis: ['依据', '依據', 'Legal basis'],
  authority: ['实施部门', '實施部門', 'Authority'],
  publisher: ['资料来源', '資料來源', 'Source'],
  checked: ['核对日期', '核對日期', 'Checked on'],
  version: ['版本', '版本', 'Version'],

  keptTitle: ['边办保存的内容', '邊辦保存的內容', 'What Bianban keeps of you'],
  keptLead: [
    '对话编号 {id}。这里照原样列出您说过的话，可能有完整的身份证号、手机号、银行卡号，请自己收好。删除对话后，这些内容随之删除，已提交的办件由受理部门保存。',
    '對話編號 {id}。這裡照原樣列出您說過的話，可能有完整的身分證號、手機號、銀行卡號，請自己收好。刪除對話後，這些內容隨之刪除，已提交的辦件由受理部門保存。',
    'Conversation {id}. Your words stand here as you said them, perhaps with whole identity, mobile and bank card numbers: keep this to yourself. Deleting the conversation deletes all this; cases that were filed stay with the department.',
  ],
  cases: ['办件', '辦件', 'Cases'],
  noCases: ['没有提交过办件。', '沒有提交過辦件。', 'Nothing has been filed.'],
  caseNamed: ['{title}（{number}）', '{title}（{number}）', '{title} ({number})'],
  filedOn: ['提交于 {day}', '提交於 {day}', 'Filed on {day}'],
  forms: ['填过的内容和同意', '填過的內容和同意', 'What you filled in and consented to'],
  formOpen: ['{title}（还没有提交）', '{title}（還沒有提交）', '{title} (not filed)'],
  formValue: ['{label}：{value}（{origin}）', '{label}：{value}（{origin}）', '{label}: {value} ({origin})'],
  consentGiven: [
    '{day}同意查{source}，用来{purpose}，有效期到{until}',
    '{day}同意查{source}，用來{purpose}，有效期到{until}',
    '{day}: consent to look up {source}, to {purpose}; valid until {until}',
  ],
  consentRefused: ['{day}没有同意查{source}', '{day}沒有同意查{source}', '{day}: no consent to look up {source}'],
  consentEnded: [
    '{day}撤回了查{source}的同意',
    '{day}撤回了查{source}的同意',
    '{day}: consent to look up {source} withdrawn',
  ],
  you: ['您', '您', 'You'],
  assistant: ['边办（{origin}）', '邊辦（{origin}）', 'Bianban ({origin})'],
  guide: ['官方指南', '官方指南', 'official guide'],
  generated: ['AI 生成', 'AI 生成', 'AI-generated'],
  system: ['系统', '系統', 'system'],
  staff: ['工作人员', '工作人員', 'staff'],

  missingTitle: ['没有这个页面 · 边办', '沒有這個頁面 · 邊辦', 'No such page · Bianban'],
  missingAbout: ['这个地址没有页面。', '這個網址沒有頁面。', 'There is no page at this address.'],
  missing: ['没有找到这个页面', '沒有找到這個頁面', 'This page was not found'],
  missingLead: [
    '地址可能写错了，或者这份指南已经换了名字。您可以：',
    '網址可能寫錯了，或者這份指南已經換了名字。您可以：',
    'The address may be mistyped, or the guide was renamed. You can:',
  ],
  missingHome: ['回首页，直接问边办', '回首頁，直接問邊辦', 'go to the start page and ask Bianban'],
  missingGuides: ['看全部办事指南', '看全部辦事指南', 'see all guides'],
  missingCall: ['拨打 12345 政务服务便民热线', '撥打 12345 政務服務便民熱線', 'call 12345, the city’s service line'],

  topicIdentity: ['身份、户口、居住证', '身分、戶口、居住證', 'Identity, household, residence'],
  topicTravel: ['出入境、台港澳', '出入境、台港澳', 'Travel and foreigners'],
  topicFamily: ['结婚、生育、身后事', '結婚、生育、身後事', 'Marriage, birth, bereavement'],
  topicSchool: ['上学', '上學', 'School'],
  topicPension: ['社保、养老', '社保、養老', 'Social security, pension'],
  topicHealth: ['医保、看病', '醫保、看病', 'Medical care'],
  topicWork: ['就业、劳动', '就業、勞動', 'Work'],
  topicHousing: ['公积金、住房', '公積金、住房', 'Housing, housing fund'],
  topicTraffic: ['驾照、车辆', '駕照、車輛', 'Driving, vehicles'],
  topicBusiness: ['开店、办企业', '開店、辦企業', 'Business'],
  topicAid: ['救助、助残', '救助、助殘', 'Aid, disability'],
  topicLegal: ['证明、公证、维权', '證明、公證、維權', 'Certificates, notary, rights'],
  topicOther: ['其他', '其他', 'Other'],
} as const satisfies Record<string, readonly [string, string, string]>

export type PageWord = keyof typeof WORDS
/** Says a page's words in its language, values put in. What comes is plain text. */
export type SayOnPage = (word: PageWord, values?: Readonly<Record<string, string>>) => string

const COLUMNS = { 'zh-Hans': 0, 'zh-Hant': 1, en: 2 } as const

/** The words of pages in one written form. */
export function pageWordsIn(locale: PageAsked['locale']): SayOnPage {
  return (word, values = {}) =>
    WORDS[word][COLUMNS[locale]].replace(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap)
}

/** True for the name of a section that pages have a heading for. */
export function isPageWord(name: string): name is PageWord {
  return Object.hasOwn(WORDS, name)
}
