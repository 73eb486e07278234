/** What rules tell people and cases apart by: a trait has one of a few values, by words that name it. Rows name no service. */
export type Traits = Readonly<Record<string, string>>

type Row = readonly [trait: string, value: string, said: RegExp, stated: RegExp]

const MALE =
  /男|老公|丈夫|先生|爸|父亲|爷爷|外公|姥爷|儿子|哥|弟|岳父|\b(?:he|husband|father|dad|son|boyfriend|man|male)\b/u
const FEMALE =
  /女|老婆|妻子|太太|妈|母亲|奶奶|外婆|姥姥|姐|妹|岳母|\b(?:she|wife|mother|mum|mom|daughter|girlfriend|woman|female)\b/u

const ROWS: readonly Row[] = [
  ['sex', 'male', MALE, /男(?=方|职工|的|性|子|[,，、]|$)/u],
  ['sex', 'female', FEMALE, /女(?=方|职工|的|性|干部|工人|[,，、]|$)/u],
  ['rank', 'staff', /干部|管理岗|技术岗|管理技术/u, /干部|管理技术|原来55周岁/u],
  ['rank', 'worker', /女工人|工人岗|工人身份/u, /女工人|原来50周岁/u],
  ['home', 'first', /首套|第一套|唯一|头一套/u, /唯一住房|首套/u],
  ['home', 'second', /二套|第2套|两套/u, /第二套|二套/u],
  ['degree', 'light', /轻微/u, /轻微/u],
  ['degree', 'usual', /一般/u, /一般/u],
  ['degree', 'serious', /严重/u, /严重/u],
  [
    'by',
    'oneself',
    /(?:自己|本人|个人)(?:还|来|去|直接)?(?:能|可以)?(?:不能|不可以)?(?:申请|申报|报|去)/u,
    /职工、|近亲属|个人申请|离职以后/u,
  ],
  ['by', 'employer', /(?:单位|公司|老板)(?:还|来|去|再)?(?:能|可以)(?:申请|申报|报)/u, /用人单位自|单位申请|单位没在/u],
  ['origin', 'adopted', /收养|领养/u, /依法收养|收养的孩子/u],
  [
    'who',
    'child',
    /孩子|娃|宝宝|小孩|儿子|女儿|婴儿|小朋友|\b(?:child|kid|baby|son|daughter)\b/u,
    /孩|婴|儿童|未成年/u,
  ],
  ...(
    [
      ['unemployment', /失业/u],
      ['pension', /养老/u],
      ['medical', /医保|医疗保险/u],
      ['housing-fund', /公积金/u],
      ['visa', /签证/u],
      ['stay', /居留/u],
      ['licence', /驾驶证|驾照|驾证|驾驶人|驾驶员/u],
      ['passport', /护照/u],
      ['identity-card', /身份证/u],
      ['inspection', /审车|年检|车检|检验/u],
    ] as const
  ).map(([value, words]): Row => ['thing', value, words, words]),
]

const BOTH = /男女|女儿/gu

/** The traits that the nearest of the citizen's words name. */
export function traitsSaid(...near: readonly string[]): Traits {
  return collect(near, 2)
}

/** The traits that the nearest words of a rule name. */
export function traitsStated(...near: readonly string[]): Traits {
  return collect(near, 3)
}

function collect(near: readonly string[], column: 2 | 3): Traits {
  const found: Record<string, string> = {}
  for (const text of near) {
    const here = Map.groupBy(
      ROWS.filter((row) => row[column].test(row[0] === 'sex' ? withoutBoth(text, row[1]) : text)),
      ([trait]) => trait,
    )
    for (const [trait, rows] of here) {
      const [only, other] = rows
      if (only !== undefined && other === undefined && !(trait in found)) found[trait] = only[1]
    }
  }
  return found
}

/** 女儿 is a daughter, and no 儿子. */
function withoutBoth(text: string, value: string): string {
  return value === 'male' ? text.replaceAll(BOTH, '') : text.replaceAll('男女', '')
}

/** Whether two sets of traits can be of one case. */
export function areOfOne(one: Traits, other: Traits): boolean {
  return Object.entries(one).every(([trait, value]) => other[trait] === undefined || other[trait] === value)
}
