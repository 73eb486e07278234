import type { BoundaryExamples, RemarkExamples } from '../../src/content/message-kind.ts'
import type { Guide, Section } from '../../src/content/index.ts'
import type { LibraryContent } from '../../src/knowledge/index.ts'

/** Dials like the product's. */
export const SAMPLE_DIALS: LibraryContent['dials'] = {
  titleWeight: 3,
  asksWeight: 2,
  headingWeight: 1.5,
  textWeight: 1,
  k1: 1.2,
  b: 0.9,
  lexicalShare: 0.6,
  authorityWeight: 0.2,
  candidates: 50,
  minConfidence: 0.35,
}

type Sketch = {
  readonly id: string
  readonly title: string
  readonly titleEn: string
  readonly aliases: readonly string[]
  readonly asks: readonly string[]
  readonly sections: readonly Pick<Section, 'slug' | 'heading' | 'text'>[]
}

function guide({ id, title, titleEn, aliases, asks, sections }: Sketch): Guide {
  return {
    id,
    title,
    titleEn,
    aliases: [...aliases],
    asks: [...asks],
    sectionAsks: new Map(),
    answers: new Map(),
    pointsEn: new Map(),
    topic: 'sample',
    audience: ['person'],
    authority: '示例部门',
    itemType: '示例',
    handling: 'promised',
    channels: [],
    fees: [],
    nationwide: false,
    legalBasis: [],
    source: { publisher: '示例', checked: '2026-11-23' },
    facts: [],
    english: {},
    sections: sections.map((section, at) => ({ ...section, textEn: undefined, authority: 'notice', line: at + 1 })),
    file: `knowledge/guides/sample/${id}.md`,
    hash: `${id}-1`,
  }
}

const KITE = guide({
  id: 'kite-permit',
  title: '风筝放飞许可证申领',
  titleEn: 'Kite permit',
  aliases: ['风筝证', '风筝许可'],
  asks: ['放风筝要办什么证', '风筝证多少钱', '孩子放风筝也要许可吗', '风筝证几天能拿到', '风筝证去哪里办'],
  sections: [
    { slug: 'who', heading: '谁能办', text: '在本市海滩放飞大型风筝的人都可以申领风筝放飞许可证。' },
    { slug: 'materials', heading: '要带什么', text: '申领风筝放飞许可证要带身份证和风筝的照片。' },
    { slug: 'fees', heading: '要多少钱', text: '风筝放飞许可证每本收工本费。' },
    { slug: 'time', heading: '多久办好', text: '受理之后很快发放风筝放飞许可证。' },
    { slug: 'faq', heading: '风筝证丢了怎么补？', text: '丢失风筝放飞许可证的人可以申请补发。' },
    { slug: 'faq', heading: '风筝证补办多少钱？', text: '补发风筝放飞许可证同样收工本费。' },
  ],
})

const BOAT = guide({
  id: 'boat-mooring',
  title: '小船停泊登记',
  titleEn: 'Small boat mooring',
  aliases: ['船位登记', '泊位'],
  asks: ['小船停哪里要登记吗', '船位怎么申请', '泊位要交钱吗', '停船登记多久', '买了小船要办什么'],
  sections: [
    { slug: 'who', heading: '谁能办', text: '小船的船主可以登记停泊的泊位。' },
    { slug: 'how', heading: '怎么办', text: '船主在码头窗口提交小船停泊登记表，核验船舶后分配泊位。' },
    { slug: 'fees', heading: '要多少钱', text: '小船停泊登记免费，泊位按月收取使用费。' },
    { slug: 'where', heading: '在哪办', text: '小船停泊登记在码头服务窗口办理。' },
  ],
})

const LAMP = guide({
  id: 'lantern-stall',
  title: '灯会摊位备案',
  titleEn: 'Lantern fair stall',
  aliases: ['灯会摊位', '元宵摊位'],
  asks: ['灯会摆摊要备案吗', '元宵节想摆个摊', '灯会摊位怎么报名', '摊位备案要什么材料', '灯会摊位收费吗'],
  sections: [
    { slug: 'who', heading: '谁能办', text: '在灯会期间设摊的个人和商户要备案。' },
    { slug: 'materials', heading: '要带什么', text: '灯会摊位备案要带营业执照或者身份证。' },
    { slug: 'time', heading: '多久办好', text: '灯会摊位备案当场办结。' },
  ],
})

/** Of a house whose staff wrote down no messages of that kind. */
export const NO_BOUNDARIES: BoundaryExamples = {
  ordinary: [],
  crisis: [],
  unsafe: [],
  prying: [],
  verdict: [],
  handoff: [],
  political: [],
  'other-place': [],
  promise: [],
}

const NO_REMARKS: RemarkExamples = {
  matter: [],
  repeat: [],
  unclear: [],
  more: [],
  'next-step': [],
  acknowledge: [],
  enough: [],
  who: [],
  'can-do': [],
  'why-asked': [],
  'own-case': [],
  'no-number': [],
  vent: [],
  thanks: [],
  greeting: [],
  'own-data': [],
  instructions: [],
}

/** Three guides about matters that no city has, so that nobody takes them for facts. */
export function sampleContent(): LibraryContent {
  const guides = new Map([KITE, BOAT, LAMP].map((one) => [one.id, one]))
  return {
    guides,
    thesaurus: { groups: [{ word: '风筝', synonyms: ['纸鸢', '风挣'] }] },
    dials: SAMPLE_DIALS,
    offTopic: ['今天天气怎么样', '红烧肉怎么做', '股票今天涨了没有'],
    kinds: { question: [], complaint: [], suggestion: [] },
    boundaries: NO_BOUNDARIES,
    remarks: NO_REMARKS,
  }
}

/** The same with one guide rewritten. */
export function rewrittenContent(): LibraryContent {
  const content = sampleContent()
  const lamp = {
    ...LAMP,
    title: '龙舟赛报名',
    aliases: ['龙舟报名'],
    asks: ['龙舟赛怎么报名'],
    hash: 'lantern-stall-2',
  }
  return { ...content, guides: new Map([...content.guides, [lamp.id, lamp]]) }
}

/** The same with one guide changed. */
export function changedContent(id: string, change: (guide: Guide) => Guide): LibraryContent {
  const content = sampleContent()
  const guide = content.guides.get(id)
  if (guide === undefined) throw new Error(`no guide ${id}`)
  const changed = change(guide)
  return { ...content, guides: new Map([...content.guides, [id, { ...changed, hash: JSON.stringify(changed) }]]) }
}

/** The same with a sentence added to a guide's first section: one passage of thirteen. */
export function withSentence(sentence: string): LibraryContent {
  return changedContent('kite-permit', (guide) => ({
    ...guide,
    sections: guide.sections.map((section, at) => (at === 0 ? { ...section, text: section.text + sentence } : section)),
  }))
}
