/** Languages that a citizen is told in her own words that they are not read; `other` stands for the rest. */
export type ForeignLanguage = 'ja' | 'ko' | 'ru' | 'th' | 'vi' | 'other'

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Kana scattered in Chinese (の) is an ornament; from this share of a text's characters on it is Japanese. */
const KANA_SHARE = 0.3
const KANA = /[\u3041-\u309f\u30a1-\u30fa\uff66-\uff9f]/gu
const HAN = /\p{Script=Han}/gu

const SCRIPTS: readonly (readonly [ForeignLanguage, RegExp])[] = [
  ['ko', /\p{Script=Hangul}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['th', /\p{Script=Thai}/gu],
]
/** Letters of no script that is read here. */
const OTHER_LETTER =
  /(?![\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Greek}\p{Script=Bopomofo}])\p{L}/gu

/** Letters and tone marks that only Vietnamese puts on Latin letters. */
const VIETNAMESE = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu

/** Words that only bind others together, by which a language shows itself; none of them is an English word. */
const BINDING = new Set(
  `el los las para cómo como necesito quiero puedo qué cuál dónde donde cuánto mi una por favor hola gracias del está
  je bonjour comment pour voudrais une des les où quel quelle mon ma dois avec vous merci puis
  ich wie bekomme eine einen der und für brauche wo welche möchte mein meine bitte kann ist nicht
  come posso vorrei dove quali sono per il della buongiorno grazie quanto
  preciso quero onde meu minha são você olá obrigado não tirar
  bagaimana cara saya untuk apa yang mengurus dengan tolong dimana berapa ingin mau
  paano ang mga ako kailangan saan
  kako gdzie jak chcę proszę nasıl için bir nerede`.split(/\s+/u),
)
const FEWEST_BINDING = 2

/** The language of a text that is neither Chinese nor English, where its letters or its binding words show it. */
export function readForeign(text: string): ForeignLanguage | undefined {
  const han = count(text, HAN)
  const kana = count(text, KANA)
  if (kana >= 2 && kana / (kana + han) >= KANA_SHARE) return 'ja'
  const letters = count(text, /\p{L}/gu)
  for (const [language, script] of SCRIPTS) if (isMost(count(text, script), letters)) return language
  if (isMost(count(text, OTHER_LETTER), letters)) return 'other'
  if (han > 0) return undefined
  if (count(text, VIETNAMESE) >= 2) return 'vi'
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.filter((word) => BINDING.has(word)).length >= FEWEST_BINDING ? 'other' : undefined
}

function isMost(some: number, all: number): boolean {
  return some >= 2 && some * 2 > all
}
