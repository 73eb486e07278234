import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { BENEFIT, BUNDLE, PROFILE } from './sample-bundle.ts'
import { readStaffContent } from '../../src/content/index.ts'

/** A guide without a mistake, about a matter that does not exist. */
export const GUIDE = `---
id: kite-permit
title: 风筝证申领
titleEn: Kite permit
aliases: [风筝证]
asks: [怎么办风筝证, 风筝证要带什么, 风筝证多少钱, 风筝证几天能好, 风筝证去哪办]
topic: leisure
audience: [person]
authority: 某市风筝局
itemType: 公共服务
handling: promised
legalLimit: { value: 10, unit: working-day, mark: law, law: 风筝条例, article: 第九条 }
channels:
  - { kind: window, name: 风筝窗口, mark: source }
fees:
  - { id: first-issue, label: 工本费, amount: 40, when: 首次申领, mark: law, law: 风筝条例, article: 第九条 }
  - { id: replacement, label: 补领工本费, amount: 60, when: 补领, mark: unverified }
validity: 有效期{{valid-years}}
nationwide: false
service: kite-permit
legalBasis:
  - { law: 风筝条例, article: 第九条, mark: law }
source: { publisher: 某市风筝局, checked: 2026-11-23 }
facts:
  - { id: min-age, label: 年龄, value: 16, unit: year-of-age, mark: law, law: 风筝条例, article: 第九条 }
  - { id: valid-years, label: 有效期, value: 5, unit: year, mark: source, source: S1 }
  - { id: photos, label: 照片张数, value: 2, unit: 张, mark: source, source: S1 }
  - { id: since, label: 施行日期, value: '2025-05-10', unit: date, mark: source, source: S1 }
english:
  who: Anyone {{min-age}} or over.
  time: Within {{legal-limit}}.
  fees: The fee is {{first-issue}}.
---
## 谁能办

满{{min-age}}的人可以办。

## 要带什么

照片{{photos}}。

## 怎么办

到窗口办。

## 多久办好

{{legal-limit}}内办好。

## 要多少钱

首次申领{{first-issue}}，补领以窗口公布为准。

## 在哪办

风筝窗口，或者拨打12345。

## 常见问题

### 可以代办吗
可以。

### 什么时候开始的
从{{since}}起。

## 依据

《风筝条例》第九条。
`

/** A form without a mistake, for the guide above. */
export const SERVICE = `id: kite-permit
guide: kite-permit
title: 风筝证申领
titleEn: Kite permit
completion: online
situations:
  - { id: first-issue, label: 首次申领 }
  - { id: replacement, label: 补领 }
fields:
  - { id: citizenId, element: citizen-id, label: 身份证号码, ask: 请告诉我您的身份证号码。 }
  - { id: birthDate, element: date, label: 出生日期, ask: 请问您的出生日期？, derive: { from: citizenId, as: birth-date } }
  - id: shape
    element: choice
    label: 形状
    ask: 风筝是什么形状？
    options: [{ id: bird, label: 鸟 }, { id: fish, label: 鱼 }]
eligibility:
  - { id: too-young, when: age(birthDate) < 16, outcome: not-yet, message: "要满{{min-age}}才能办。", cite: kite-permit#who }
materials:
  - { id: photo, label: "照片{{photos}}", when: situation == "first-issue" }
fee:
  - { when: situation == "first-issue", fee: first-issue }
declaration: 我确认以上内容真实。
limit: legal
gateway: { department: 某市风筝局, itemCode: KITE }
`

/** The whole of a small staff folder, by path. */
export const FILES: Readonly<Record<string, string>> = {
  'knowledge/guides/leisure/kite-permit.md': GUIDE,
  'knowledge/services/kite-permit.yaml': SERVICE,
  'knowledge/bundles/kite-day.yaml': BUNDLE,
  'knowledge/benefits/kite-allowance.yaml': BENEFIT,
  'knowledge/profile.yaml': PROFILE,
  'knowledge/laws.yaml': 'laws: []\n',
  'knowledge/thesaurus.yaml': 'groups:\n  - { word: 风筝, synonyms: [纸鸢] }\n',
  'knowledge/calendar.yaml':
    'years:\n  - year: 2026\n    notice: 某通知\n    holidays: [{ name: 元旦, from: 2026-01-01, to: 2026-01-03 }]\n    workdays: [2026-01-04]\n',
  'knowledge/registers.yaml':
    'registers:\n  - { id: people, title: 人口库, titleEn: Population register, authority: 公安局, authorityEn: Police, purpose: 填写姓名, purposeEn: fill in the name, days: 30, sensitive: false, supplies: { name: name } }\n',
  'knowledge/search.yaml':
    'titleWeight: 3\nasksWeight: 2\nheadingWeight: 1\ntextWeight: 1\nk1: 1.2\nb: 0.6\nlexicalShare: 0.6\nauthorityWeight: 0.2\ncandidates: 50\nminConfidence: 0.3\n',
  'prompts/messages.yaml': 'hello: { zh-Hans: 您好, zh-Hant: 您好, en: Hello }\n',
  'prompts/assistant.md':
    '---\npurpose: 回答\nversion: 1\nlabel: 平实\nvariables: { today: 今天 }\n---\n今天是{{today}}。\n',
}

/** A staff folder on disk with some files changed; removed when disposed. */
export function staffFolder(changes: Readonly<Record<string, string>> = {}): { root: string } & Disposable {
  const root = mkdtempSync(join(tmpdir(), 'bianban-content-'))
  for (const [file, text] of Object.entries({ ...FILES, ...changes })) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) }
}

/** What is wrong with such a folder, a mistake a line. */
export function problemsWith(changes: Readonly<Record<string, string>>): string[] {
  using folder = staffFolder(changes)
  return readStaffContent(folder.root).problems.map(
    ({ file, line, problem, fix }) => `${file}:${line} ${problem} | ${fix}`,
  )
}
