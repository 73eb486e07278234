import type { Icon } from './icons.ts'
import type { PageWord } from './page-words.ts'

type Heading = { readonly heading: PageWord; readonly icon: Icon; readonly topics: readonly string[] }

/** Topics of guides (folders of `knowledge/guides/`) under the headings of the portal, in the order people look for them. */
const HEADINGS: readonly Heading[] = [
  { heading: 'topicIdentity', topics: ['identity'], icon: 'person' },
  { heading: 'topicTravel', topics: ['travel'], icon: 'journey' },
  { heading: 'topicFamily', topics: ['family'], icon: 'family' },
  { heading: 'topicSchool', topics: ['education'], icon: 'school' },
  { heading: 'topicPension', topics: ['social-security', 'elder'], icon: 'umbrella' },
  { heading: 'topicHealth', topics: ['medical'], icon: 'health' },
  { heading: 'topicWork', topics: ['employment'], icon: 'work' },
  { heading: 'topicHousing', topics: ['housing', 'property', 'utilities'], icon: 'house' },
  { heading: 'topicTraffic', topics: ['traffic'], icon: 'car' },
  { heading: 'topicBusiness', topics: ['business'], icon: 'shop' },
  { heading: 'topicAid', topics: ['aid'], icon: 'hands' },
  { heading: 'topicLegal', topics: ['legal'], icon: 'paper' },
]

const OTHERS = { heading: 'topicOther', icon: 'more' } as const

/** Things with a topic, gathered under their headings; empty headings are left out. */
export function byHeading<Thing extends { readonly topic: string }>(
  things: readonly Thing[],
): readonly { readonly heading: PageWord; readonly icon: Icon; readonly things: readonly Thing[] }[] {
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
