import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openBrowser } from '../test/browser/browser.ts'

/** Draws the pictures of `test/support/pictures`: `node scripts/draw-pictures.ts`. Openly synthetic; the numbers are test vectors. */
const CARDS = {
  'identity-card': ['姓名 陈测试', '性别 女 民族 汉', '住址 样例市演示路1号', '公民身份号码 350203199001010018'],
  'other-identity-card': [
    '姓名 李测试',
    '公民身份号码 350206198812300021',
    '签发机关 样例市公安局',
    '有效期限 2010.01.01-2020.01.01',
  ],
  lease: ['房屋租赁合同', '承租人 陈测试', '甲方把房屋租给乙方居住，乙方按月付租金。'],
}

const page = (lines: readonly string[], turned: boolean): string =>
  `<meta charset="utf-8"><style>body{margin:0;background:#fff;${turned ? 'writing-mode:vertical-rl;text-orientation:sideways;' : ''}}
  main{padding:60px;font:40px/1.8 'Noto Sans CJK SC'}p{margin:0}</style>
  <main>${lines.map((line) => `<p>${line}</p>`).join('')}</main>`

const browser = await openBrowser()
const draw = async (name: string, lines: readonly string[], turned: boolean): Promise<void> => {
  const [width, height] = turned ? [640, 1000] : [1000, 640]
  const tab = await browser.newPage({ viewport: { width, height } })
  await tab.setContent(page(lines, turned))
  await writeFile(join(import.meta.dirname, '../test/support/pictures', `${name}.png`), await tab.screenshot())
}
for (const [name, lines] of Object.entries(CARDS)) await draw(name, lines, false)
await draw('sideways-identity-card', CARDS['identity-card'], true)
await browser.close()
