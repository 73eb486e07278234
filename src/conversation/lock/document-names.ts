/** Endings that make a word the name of a document, with how many characters before them must match. */
const ENDINGS: readonly (readonly [ending: string, before: number])[] = [
  ['证明', 1],
  ['合同', 1],
  ['执照', 1],
  ['照片', 0],
  ['相片', 0],
  ['协议', 1],
  ['报告', 1],
  ['发票', 0],
  ['流水', 1],
  ['公证', 0],
  ['声明', 1],
  ['证', 2],
  ['书', 2],
  ['表', 2],
  ['簿', 2],
  ['卡', 2],
]

const NAME = new RegExp(`\\p{Script=Han}{1,8}(?:${ENDINGS.map(([ending]) => ending).join('|')})(?!件)`, 'gu')

/** Words that end like a document but are none. */
const NO_DOCUMENT =
  /(?:办证|领证|认证|保证|取证|验证|查证|补证|换证|发证|持证|凭证件|有证|代表|列表|时间表|下表|刷卡|图书|文书|证书|说明书)$/u

/** Verbs and small words that stand before a name and are none of it. */
const NO_PART = /^[给用带交收要签有没的和与或无持凭拿把到不需]+/u

/** Other names of the same paper. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/户口本/gu, '户口簿'],
  [/相片/gu, '照片'],
]

/** Document names in a clause, each cut to the part that must stand in the guide (居民身份证 → 身份证). */
export function documentsIn(clause: string): string[] {
  const names: string[] = []
  for (const match of unify(clause).matchAll(NAME)) {
    const word = match[0]
    if (NO_DOCUMENT.test(word)) continue
    const ending = ENDINGS.find(([end]) => word.endsWith(end))
    if (ending === undefined) continue
    const [end, before] = ending
    const name = word.slice(-(end.length + before)).replace(NO_PART, '')
    // A bare 证 or 表 (6年证, 不收证) names none; 合同 does.
    if (name.length >= end.length + (before === 2 ? 2 : 0)) names.push(name)
  }
  return names
}

/** Whether a line of the guide speaks of the document. */
export function statesDocument(line: string, name: string): boolean {
  return unify(line).includes(name)
}

function unify(text: string): string {
  return SAME.reduce((unified, [pattern, name]) => unified.replaceAll(pattern, name), text)
}
