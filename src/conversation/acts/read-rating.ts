/** 不太满意, not very satisfied: the wish for more, which is no praise however strong the word in it is. */
const LESS =
  /不(?:是|算)?(?:太|很|怎么|怎麼|大|够|夠|那么|那麼|特别|特別|非常)?[满滿]意|\b(?:not|isn['’]?t|wasn['’]?t|aren['’]?t|never)\b[^.,;!]{0,16}\bsatisfied\b|\b(?:dis|un)satisfied\b/iu
const STRONGLY_LESS = /(?:非常|很|极其?|極其?|十分|太)不[满滿]意|\bvery (?:dis|un)satisfied\b/iu

const STARS: readonly (readonly [RegExp, number])[] = ['1一', '2二两兩', '3三', '4四', '5五'].map((digits, at) => [
  new RegExp(`(?<![\\d十])[${digits}]\\s*(?:颗|顆)?[星分](?![钟鐘钱錢])|\\b${at + 1} (?:stars?|out of 5)\\b`, 'iu'),
  at + 1,
])

/** The five official grades of 好差评, and the ways people give stars. The more exact phrase stands first. */
const GRADES: readonly (readonly [RegExp, number])[] = [
  [STRONGLY_LESS, 1],
  [LESS, 2],
  [/(?:非常|很|十分|特别|特別)[满滿]意|\bvery satisfied\b/iu, 5],
  [/基本[满滿]意/u, 3],
  [/差[评評]/u, 2],
  [/[满滿]意|\bsatisfied\b/iu, 4],
  [/好[评評]/u, 5],
  [/一般|[还還]行|[还還]可以/u, 3],
  ...STARS.toReversed(),
  [/(?<!\d)[0零]\s*(?:颗|顆)?[星分](?![钟鐘钱錢])/u, 1],
]

/** Praise and blame in plain words, which grade a case only where she was just asked to. The more exact phrase stands first. */
const PLAIN: readonly (readonly [RegExp, number])[] = [
  [/[满滿]分|\bfull marks\b/iu, 5],
  [/不差|不[坏壞]|不[错錯]|挺好|[蛮蠻]好|\bgood\b/iu, 4],
  [
    /[太很极極真好]差|非常差|差[极極到劲勁]|[糟烂爛]|(?:一点|一點)(?:都|也)不好|失望|\b(?:terrible|awful|horrible|very bad)\b/iu,
    1,
  ],
  [
    /(?:不|[没沒]有?)(?:是|算)?(?:太|很|怎么|怎麼|那么|那麼|特别|特別|非常)?(?:好|行|[样樣]|理想)|差|\b(?:not (?:so |very )?good|bad|poor)\b/iu,
    2,
  ],
  [/[太很真超]好|非常好|特[别別]好|[棒赞讚]|完美|\b(?:great|excellent|perfect)\b/iu, 5],
]
/** She wants something else besides, or instead. */
const WISHES = /我[要想]|[帮幫替给給]我|投[诉訴]|\b(?:i want|please|help me)\b/iu

const RATES =
  /[评評][价價分]|[打给給]\s*(?:个|個|[你您]们?)?\s*[0-5零一二两兩三四五]?\s*(?:颗|顆)?[分](?![钟鐘钱錢])|好[评評]|差[评評]|[1-5一二两兩三四五]\s*(?:颗|顆)?星|^(?:我)?(?:非常|很|挺|比较|比較|基本|还|還)?不?(?:是)?(?:太|很|怎么|怎麼|大|够|夠)?[满滿]意|^(?:感觉|感覺)?(?:一般|[还還]行|[还還]可以)(?:吧)?[。.!！]?$|\b[1-5] (?:stars?|out of 5)\b|\b(?:dis|un)?satisfied\b/iu

/** Whether she says how a case was dealt with. `invited`: she was asked for it just before. */
export function rates(words: string, invited: boolean): boolean {
  return RATES.test(words) || (invited && !WISHES.test(words) && gradeIn(words, invited) !== undefined)
}

/** The grade that her words give, 1 (worst) to 5; undefined where they name none. */
export function gradeIn(words: string, invited = false): number | undefined {
  return [...GRADES, ...(invited ? PLAIN : [])].find(([grade]) => grade.test(words))?.[1]
}
