import type { Guide } from '../src/content/index.ts'
import { seededRandom, type Random } from '../src/knowledge/seeded-random.ts'
import { pick, pickOften } from './pick.ts'

/** A document as collections for retrieval write it. */
export type BenchDocument = { readonly id: string; readonly title: string; readonly text: string }

/** A corpus for speed and recall. It says nothing about quality: its questions have no judged answers. */
export type SyntheticCorpus = {
  readonly seed: number
  readonly documents: readonly BenchDocument[]
  readonly questions: readonly string[]
}

/** Share of documents that repeat an earlier one but for a few words, as offices' own versions of one guide do. */
const NEAR_DUPLICATES = 0.2
const QUESTIONS = 400
const SENTENCES = { least: 3, most: 8 }

const SYLLABLES = Array.from(
  '安海和平东明湖新华中山金水城南北西长青云天龙凤石桥林江口岭田溪上下大小福泰兴盛丰美丽景秀康乐宁仁义礼智信德',
)
const PLACES = ['社区', '街道', '村', '路', '新区', '园区', '码头', '小区', '中心小学', '医院', '市场', '服务站']
const THINGS = Array.from('证照表单书卡函册票据')
const ACTS = [
  '申领',
  '补办',
  '变更',
  '注销',
  '备案',
  '登记',
  '转移',
  '续期',
  '核验',
  '查询',
  '缴费',
  '预约',
  '公示',
  '年审',
]
const FIELDS =
  '经营 居住 养老 生育 排污 停车 招生 施工 运输 食品 药品 特种设备 广告 林木 渔船 摊位 房屋 水电 户外 演出 培训 托育 殡葬 测绘'.split(
    ' ',
  )
const ASKS = ['怎么办', '要带什么', '去哪里办', '多少钱', '几天能好', '网上能办吗', '可以代办吗', '过期了怎么办']
const OPENERS = ['我想问一下', '请问', '', '', '家里人的', '朋友的', '刚搬到这边，', '上个月']

/** Documents from sentences of the guides and a small grammar, and questions about them; the same for the same seed. */
export function synthesise(guides: readonly Guide[], count: number, seed: number): SyntheticCorpus {
  const random = seededRandom(seed)
  const sentences = guides.flatMap(({ sections }) =>
    sections.flatMap(({ text }) => text.match(/[^。！？\n]{6,}/g) ?? []),
  )
  const names = Array.from({ length: Math.max(200, Math.round(count / 20)) }, () => inventName(random))
  const documents: BenchDocument[] = []
  for (let at = 0; at < count; at++) {
    const former = documents.length > 0 && random() < NEAR_DUPLICATES ? pick(random, documents) : undefined
    const id = `d${String(at)}`
    documents.push(former === undefined ? invent(id, random, sentences, names) : vary(id, former, random, names))
  }
  const asks = guides.flatMap((guide) => guide.asks)
  const questions = Array.from({ length: QUESTIONS }, () =>
    random() < 0.4 ? pick(random, OPENERS) + pick(random, asks) : askAbout(random, pick(random, documents)),
  )
  return { seed, documents, questions }
}

function inventName(random: Random): string {
  const length = random() < 0.7 ? 2 : 3
  return Array.from({ length }, () => pickOften(random, SYLLABLES)).join('') + pick(random, PLACES)
}

function invent(id: string, random: Random, sentences: readonly string[], names: readonly string[]): BenchDocument {
  const matter = `${pickOften(random, FIELDS)}${pickOften(random, FIELDS)}${pick(random, THINGS)}`
  const title = `${pickOften(random, names)}${matter}${pick(random, ACTS)}`
  const length = SENTENCES.least + Math.floor(random() * (SENTENCES.most - SENTENCES.least + 1))
  const text = Array.from({ length }, () =>
    random() < 0.5
      ? pickOften(random, sentences)
      : `${pickOften(random, names)}办理${matter}${pick(random, ACTS)}，${pickOften(random, sentences)}`,
  )
  return { id, title, text: `${text.join('。')}。` }
}

function vary(id: string, { title, text }: BenchDocument, random: Random, names: readonly string[]): BenchDocument {
  const place = /[\u4e00-\u9fff]{2,3}(?:社区|街道|村|路|新区|园区|小区|市场)/
  return {
    id,
    title: title.replace(place, pickOften(random, names)),
    text: text.replace(place, pickOften(random, names)),
  }
}

function askAbout(random: Random, { title }: BenchDocument): string {
  const from = Math.floor(random() * Math.max(1, title.length - 6))
  return `${pick(random, OPENERS)}${title.slice(from, from + 6 + Math.floor(random() * 6))}${pick(random, ASKS)}`
}
