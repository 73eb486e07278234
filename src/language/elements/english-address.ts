import type { Reading } from '../element.ts'

/** The districts as they are written in pinyin. */
const DISTRICTS: Readonly<Record<string, string>> = {
  siming: '思明区',
  huli: '湖里区',
  jimei: '集美区',
  haicang: '海沧区',
  tongan: '同安区',
  xiangan: '翔安区',
}

const ROAD = String.raw`(?:road|rd|street|st|avenue|ave|lane|alley|village|lu|jie|dadao)\b`
const PIECE = String.raw`[\w#.&'’ -]{1,60}`
/** The house first and the district last, as addresses stand in English: Room 301, 12 Hubin South Road, Siming District, Xiamen. */
const WRITTEN = new RegExp(
  String.raw`(?<detail>(?:(?:room|rm|unit|flat|apartment|apt|building|bldg|block|floor|no\.?|#)\s?[\w.-]+[\w ]{0,20},\s*)*(?:no\.?\s?)?\d[\w-]{0,6}[ ,]\s?${PIECE}?${ROAD}(?:,\s*${PIECE}?(?:building|garden|community|room)\b${PIECE}?)?),?\s+(?<district>siming|huli|jimei|haicang|tong['’]?an|xiang['’]?an)(?:\s+(?:district|qu))?\b(?:,?\s*xiamen)?`,
  'iu',
)

/** An address of Xiamen in English, canonical as any: the district in Chinese, the rest as it was written. */
export function readEnglishAddress(text: string): Reading | undefined {
  const found = WRITTEN.exec(text)
  const { detail, district } = found?.groups ?? {}
  const known = DISTRICTS[(district ?? '').toLowerCase().replace(/['’]/u, '')]
  if (found === null || detail === undefined || known === undefined) return undefined
  const start = found.index
  const value = `${known}||${detail.trim().replaceAll('|', ' ')}`
  return { value, text: found[0], start, end: start + found[0].length, confidence: 0.9 }
}
