import type { Icon } from './icons.ts'

type Heading = { readonly heading: string; readonly icon: Icon; readonly topics: readonly string[] }

/** Topics of guides (folders of `knowledge/guides/`) under the headings of the portal, in the order people look for them. */
const HEADINGS: readonly Heading[] = [
  { heading: '身份、户口、居住证', topics: ['identity'], icon: 'person' },
  { heading: '出入境、台港澳', topics: ['travel'], icon: 'journey' },
  { heading: '结婚、生育、身后事', topics: ['family'], icon: 'family' },
  { heading: '上学', topics: ['education'], icon: 'school' },
  { heading: '社保、养老', topics: ['social-security', 'elder'], icon: 'umbrella' },
  { heading: '医保、看病', topics: ['medical'], icon: 'health' },
  { heading: '就业、劳动', topics: ['employment'], icon: 'work' },
  { heading: '公积金、住房', topics: ['housing', 'property', 'utilities'], icon: 'house' },
  { heading: '驾照、车辆', topics: ['traffic'], icon: 'car' },
  { heading: '开店、办企业', topics: ['business'], icon: 'shop' },
  { heading: '救助、助残', topics: ['aid'], icon: 'hands' },
  { heading: '证明、公证、维权', topics: ['legal'], icon: 'paper' },
]

const OTHERS = { heading: '其他', icon: 'more' } as const

/** Things with a topic, gathered under their headings; empty headings are left out. */
export function byHeading<Thing extends { readonly topic: string }>(
  things: readonly Thing[],
): readonly { readonly heading: string; readonly icon: Icon; readonly things: readonly Thing[] }[] {
  const known = new Set(HEADINGS.flatMap(({ topics }) => topics))
  return [
    ...HEADINGS.map(({ heading, icon, topics }) => ({
      heading,
      icon,
      things: things.filter(({ topic }) => topics.includes(topic)),
    })),
    { ...OTHERS, things: things.filter(({ topic }) => !known.has(topic)) },
  ].filter(({ things: own }) => own.length > 0)
}
