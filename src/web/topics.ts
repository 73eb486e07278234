/** Topics of guides (folders of `knowledge/guides/`) under the headings of the portal, in the order people look for them. */
const HEADINGS: readonly { readonly heading: string; readonly topics: readonly string[] }[] = [
  { heading: '身份、户口、居住证', topics: ['identity'] },
  { heading: '出入境、台港澳', topics: ['travel'] },
  { heading: '结婚、生育、身后事', topics: ['family'] },
  { heading: '上学', topics: ['education'] },
  { heading: '社保、养老', topics: ['social-security', 'elder'] },
  { heading: '医保、看病', topics: ['medical'] },
  { heading: '就业、劳动', topics: ['employment'] },
  { heading: '公积金、住房', topics: ['housing', 'property', 'utilities'] },
  { heading: '驾照、车辆', topics: ['traffic'] },
  { heading: '开店、办企业', topics: ['business'] },
  { heading: '救助、助残', topics: ['aid'] },
  { heading: '证明、公证、维权', topics: ['legal'] },
]

const OTHERS = '其他'

/** Things with a topic, gathered under their headings; empty headings are left out. */
export function byHeading<Thing extends { readonly topic: string }>(
  things: readonly Thing[],
): readonly { readonly heading: string; readonly things: readonly Thing[] }[] {
  const known = new Set(HEADINGS.flatMap(({ topics }) => topics))
  return [
    ...HEADINGS.map(({ heading, topics }) => ({
      heading,
      things: things.filter(({ topic }) => topics.includes(topic)),
    })),
    { heading: OTHERS, things: things.filter(({ topic }) => !known.has(topic)) },
  ].filter(({ things: own }) => own.length > 0)
}
