import { AROUND_WORDS } from './around-words.ts'
import { FORM_WORDS } from './form-words.ts'
import { MATERIAL_WORDS } from './material-words.ts'

/** The three written forms of the interface. */
export type Locale = 'zh-Hans' | 'zh-Hant' | 'en'
export const LOCALES: readonly { readonly id: Locale; readonly label: string }[] = [
  { id: 'zh-Hans', label: '简体' },
  { id: 'zh-Hant', label: '繁體' },
  { id: 'en', label: 'English' },
]

/** Every interface string: 简, 繁, English. `{x}` stands for a value. */
const WORDS = {
  ...AROUND_WORDS,
  title: ['边办 · 政务服务助手', '邊辦 · 政務服務助手', 'Bianban · service assistant'],
  subtitle: [
    '边聊边办，提交前由您确认',
    '邊聊邊辦，提交前由您確認',
    'Ask, apply and track. Nothing is filed before you agree.',
  ],
  language: ['界面语言', '介面語言', 'Language'],
  large: ['大字', '大字', 'Large text'],
  plain: ['简单说', '簡單說', 'Plain words'],
  plainNote: ['一次只说一件事，话更短', '一次只說一件事，話更短', 'One thing at a time, in short sentences'],
  restart: ['新对话', '新對話', 'New chat'],
  erase: ['删除本次记录', '刪除本次記錄', 'Delete this chat'],
  log: ['对话记录', '對話記錄', 'Conversation'],
  welcome: [
    '想办什么事、缺什么材料、要多久、多少钱，都可以直接问。能在线办的，我陪您当场填好表。',
    '想辦什麼事、缺什麼材料、要多久、多少錢，都可以直接問。能線上辦的，我陪您當場填好表。',
    'Ask what you need, which papers, how long, how much. If it can be done online, we fill in the form right here.',
  ],
  privacy: [
    '请不要在问题里写密码、验证码。',
    '請不要在問題裡寫密碼、驗證碼。',
    'Please do not write passwords or codes in your questions.',
  ],
  openers: [
    '身份证丢了怎么补？\n居住证要带什么材料？\n办护照多少钱？\n帮我申请育儿补贴',
    '身分證丟了怎麼補？\n台灣居民居住證要帶什麼材料？\n辦護照多少錢？\n幫我申請育兒補貼',
    'How do I apply for a residence permit?\nWhich documents do I need for a passport?\nHow much does a passport cost?',
  ],
  you: ['您', '您', 'You'],
  assistant: ['边办', '邊辦', 'Bianban'],
  fromGuide: ['官方指南', '官方指南', 'Official guide'],
  byStaff: ['工作人员', '工作人員', 'Staff'],
  generated: ['AI 生成', 'AI 生成', 'AI-generated'],
  byModel: [
    '由大模型整理，已与指南核对',
    '由大模型整理，已與指南核對',
    'Written by a language model, checked against the guide',
  ],
  byEmbedded: ['依指南原文整理', '依指南原文整理', 'Taken from the wording of the guide'],
  partial: ['只答了一部分', '只答了一部分', 'Partly answered'],
  sources: ['依据', '依據', 'Sources'],
  sourceMark: [
    '来源 {n}：{title}（新窗口打开）',
    '來源 {n}：{title}（另開視窗）',
    'Source {n}: {title} (opens in a new window)',
  ],
  ask: ['输入您的问题', '輸入您的問題', 'Your question'],
  askHint: ['例如：居住证怎么办？', '例如：居住證怎麼辦？', 'For example: how do I get a residence permit?'],
  keys: ['回车发送，Shift+回车换行', 'Enter 傳送，Shift+Enter 換行', 'Enter sends, Shift+Enter starts a new line'],
  send: ['发送', '傳送', 'Send'],
  stop: ['停止', '停止', 'Stop'],
  stopped: ['已停止', '已停止', 'Stopped'],
  working: ['正在查指南…', '正在查指南…', 'Looking it up…'],
  retry: ['重试', '重試', 'Try again'],
  person: ['找人工', '找真人', 'Talk to a person'],
  suggestions: ['您可能还想问', '您可能還想問', 'You may also ask'],
  ...FORM_WORDS,
  review: ['请核对', '請核對', 'Please check'],
  reviewLead: [
    '下面就是将要提交的全部内容。您确认之前，什么都不会提交。',
    '下面就是將要提交的全部內容。您確認之前，什麼都不會提交。',
    'This is everything that will be filed. Nothing is filed before you agree.',
  ],
  materials: ['要带的材料', '要帶的材料', 'Documents'],
  ...MATERIAL_WORDS,
  fee: ['费用', '費用', 'Fee'],
  deadline: ['办结期限', '辦結期限', 'Decided by'],
  inPerson: ['还要到现场', '還要到現場', 'In person'],
  agree: ['我已核对，并作出以上声明', '我已核對，並作出以上聲明', 'I have checked this and make the declaration above'],
  agreeFirst: ['请先勾选声明', '請先勾選聲明', 'Please tick the declaration first'],
  submit: ['确认提交', '確認提交', 'Confirm and file'],
  backToForm: ['返回修改', '返回修改', 'Back to the form'],
  submitting: ['正在提交…', '正在提交…', 'Filing…'],
  receipt: ['已提交', '已提交', 'Filed'],
  receiptNumber: ['受理编号', '受理編號', 'Receipt number'],
  queryCode: ['查询码', '查詢碼', 'Query code'],
  keepCode: [
    '请把编号和查询码保存好，查进度时两个都要用。',
    '請把編號和查詢碼保存好，查進度時兩個都要用。',
    'Keep both the number and the code: you need them to track your case.',
  ],
  eraseSure: [
    '删除后不能恢复，没提交的表单也会删除；已提交的办件不受影响。确定删除吗？',
    '刪除後不能恢復，沒提交的表單也會刪除；已提交的辦件不受影響。確定刪除嗎？',
    'This cannot be undone and deletes any form not yet filed. Filed cases are not affected. Delete?',
  ],
  dueBy: ['最晚办结', '最晚辦結', 'Due by'],
  noDueBy: ['以窗口答复为准', '以窗口答覆為準', 'The office will tell you'],
  copy: ['复制编号和查询码', '複製編號和查詢碼', 'Copy number and code'],
  copied: ['已复制', '已複製', 'Copied'],
  copyByHand: ['没能复制，请手动抄下', '沒能複製，請手動抄下', 'Could not copy; please note them down'],
  copyAnswer: ['复制', '複製', 'Copy'],
  helped: ['有帮助', '有幫助', 'This helped'],
  notHelped: ['没帮助', '沒幫助', 'This did not help'],
  thanks: ['谢谢，已记下', '謝謝，已記下', 'Thank you, noted'],
  whyNot: ['哪里不好？', '哪裡不好？', 'What was wrong?'],
  wrongFact: ['内容不对', '內容不對', 'Something is wrong'],
  missedPoint: ['没答到点上', '沒答到重點', 'It missed my question'],
  officeSaysOtherwise: ['窗口说的不一样', '窗口說的不一樣', 'The office says otherwise'],
  hardToRead: ['看不懂', '看不懂', 'Hard to understand'],
  progress: ['办件进度', '辦件進度', 'Progress'],
  ticket: ['工单号', '工單號', 'Ticket'],
  handover: ['已记下，工单转给工作人员', '已記下，工單轉給工作人員', 'Noted for a member of staff'],
  hotline: ['也可以拨打 {phone}', '也可以撥打 {phone}', 'You can also call {phone}'],
  consent: ['要不要从这里查', '要不要從這裡查', 'May this be looked up'],
  consentFrom: ['来自', '來自', 'Held by'],
  consentPurpose: ['用来', '用來', 'To'],
  consentFields: ['您就不用填', '您就不用填', 'You need not enter'],
  consentUntil: ['同意管到', '同意管到', 'Holds until'],
  consentSensitive: [
    '这是敏感个人信息，同意之前要先人脸核验。',
    '這是敏感個人資料，同意之前要先人臉核驗。',
    'This is sensitive information: a face check comes first.',
  ],
  consentGive: ['同意查询', '同意查詢', 'Allow'],
  consentRefuse: ['不用，我自己填', '不用，我自己填', 'No, I will enter it'],
  stepUp: ['去人脸核验', '去人臉核驗', 'Go to the face check'],
  'step-up-required': ['要先人脸核验。', '要先人臉核驗。', 'A face check is needed first.'],
  'sign-in-required': ['请先登录。', '請先登入。', 'Please sign in first.'],
  withdraw: ['撤回', '撤回', 'Withdraw'],
  withdrawSure: [
    '撤回以后部门就不再办理。确定撤回吗？',
    '撤回以後部門就不再辦理。確定撤回嗎？',
    'Once withdrawn, the department stops. Withdraw?',
  ],
  supplement: ['需要补正', '需要補正', 'Supplement needed'],
  supplementBy: ['最晚 {day}（{basis}）', '最晚 {day}（{basis}）', 'By {day} ({basis})'],
  supplementLate: ['{day}已过，不能再补', '{day}已過，不能再補', '{day} has passed: too late'],
  supplementGive: ['确认补正', '確認補正', 'Give the supplement'],
  redress: ['不服决定的', '不服決定的', 'If you disagree'],
  dueProvisional: ['暂定，放假安排未公布', '暫定，放假安排未公布', 'provisional'],
  rate: ['评价这次服务', '評價這次服務', 'Rate the service'],
  grade1: ['非常不满意', '非常不滿意', 'Very poor'],
  grade2: ['不满意', '不滿意', 'Poor'],
  grade3: ['基本满意', '基本滿意', 'Fair'],
  grade4: ['满意', '滿意', 'Good'],
  grade5: ['非常满意', '非常滿意', 'Very good'],
  benefits: ['能享受的政策', '能享受的政策', 'Benefits'],
  'benefit-yes': ['符合', '符合', 'Yes'],
  'benefit-no': ['不符合', '不符合', 'No'],
  'benefit-open': ['还不能判断', '還不能判斷', 'Open'],
  benefitMissing: ['还不知道', '還不知道', 'Still unknown'],
  benefitClaim: ['申领', '申領', 'Claim'],
  benefitWish: ['申请{title}', '申請{title}', 'Claim {title}'],
  benefitsOpen: ['还不能判断的（{n} 项）', '還不能判斷的（{n} 項）', 'Not decided yet ({n})'],
  benefitsNo: ['不符合条件的（{n} 项）', '不符合條件的（{n} 項）', 'Conditions not met ({n})'],
  benefitGuide: ['看办事指南', '看辦事指南', 'See the guide'],
  citizen: ['您提供', '您提供', 'From you'],
  registry: ['部门登记', '部門登記', 'From a registry'],
  certificate: ['电子证照', '電子證照', 'From a certificate'],
  'earlier-case': ['以前的办件', '以前的辦件', 'From an earlier case'],
  derived: ['推算得出', '推算得出', 'Worked out'],
  'find-no': ['不符合', '不符合', 'Not eligible'],
  'find-not-yet': ['暂不能办', '暫不能辦', 'Not yet'],
  'find-in-person': ['要到现场', '要到現場', 'In person'],
  'find-note': ['提醒', '提醒', 'Note'],
  offline: [
    '连不上网络，您写的内容都还在。',
    '連不上網路，您寫的內容都還在。',
    'No connection. What you wrote is still here.',
  ],
  unreachable: [
    '系统没有回应，您写的内容都还在。请过一会儿再试。',
    '系統沒有回應，您寫的內容都還在。請過一會兒再試。',
    'Our system does not answer. What you wrote is still here; please try again shortly.',
  ],
  interrupted: ['回答中断了。', '回答中斷了。', 'The answer broke off.'],
  'too-many-requests': [
    '问得有点快，请稍等再试。',
    '問得有點快，請稍等再試。',
    'Too many messages. Please wait a moment.',
  ],
  wait: ['约 {n} 秒后可以重试。', '約 {n} 秒後可以重試。', 'Try again in about {n} seconds.'],
  busy: [
    '现在使用的人多，请稍后再试。',
    '現在使用的人多，請稍後再試。',
    'The service is busy. Please try again later.',
  ],
  'payload-too-large': ['写得太长了，请分几次说。', '寫得太長了，請分幾次說。', 'That is too long. Please split it.'],
  gone: [
    '上次的对话已经失效，已为您开始新的对话。',
    '上次的對話已經失效，已為您開始新的對話。',
    'The earlier conversation has ended. This is a new one.',
  ],
  'precondition-failed': [
    '表单在别处改过，已换成最新的，请再填一次。',
    '表單在別處改過，已換成最新的，請再填一次。',
    'The form was changed elsewhere. This is the newest one; please fill this in again.',
  ],
  'stale-review': [
    '内容有变化，请再核对一次。',
    '內容有變化，請再核對一次。',
    'Something changed. Please check once more.',
  ],
  'incomplete-application': ['还有几处要补上：', '還有幾處要補上：', 'Some things are still missing:'],
  internal: [
    '出了点问题，不是您的原因。请重试。',
    '出了點問題，不是您的原因。請重試。',
    'Something went wrong on our side. Please try again.',
  ],
  allFilled: ['都填好了，请核对。', '都填好了，請核對。', 'All filled in. Please review.'],
} as const satisfies Record<string, readonly [string, string, string]>

export type Word = keyof typeof WORDS
/** Says an interface string in the citizen's written form, values put in. */
export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string

/** The interface in one written form. */
export function wordsIn(locale: Locale): Say {
  const column = LOCALES.findIndex(({ id }) => id === locale)
  return (word, values = {}) =>
    (WORDS[word][column] ?? WORDS[word][0]).replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap))
}

/** True when the interface has a string of this name: problem codes without one fall back to `internal`. */
export function isWord(name: string): name is Word {
  return Object.hasOwn(WORDS, name)
}
