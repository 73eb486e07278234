import type { Emergency } from './read-emergency.ts'

const KIN =
  '(?:husband|wife|partner|boyfriend|girlfriend|fianc[ée]e?|ex(?:[- ](?:husband|wife|boyfriend|girlfriend))?|father|dad|mother|mum|mom|grand(?:pa|ma|father|mother)|step(?:father|mother)|(?:father|mother)-in-law|brother|sister|uncle|aunt|son|daughter|baby|child|kid|toddler|boy|girl)'
const SOMEBODY =
  "(?:roommate|flatmate|friend|neighbou?r|colleague|co-?worker|landlord(?:['’]s son)?|landlady|boss|manager|supervisor|stranger|man|woman|guy|person)"
const WHO = `(?:\\b(?:my|our|the|a|an|his|her|this)(?: \\w+)? (?:${KIN}|${SOMEBODY})|\\b(?:he|she|somebody|someone|${KIN}))`
const US = "(?:me|us|(?:my|our) (?:son|daughter|child(?:ren)?|kids?|baby|mum|mom|mother|sister))(?![\\w'’])"
const LATELY = '(?: (?:just|has|have|is|was|been|keeps?|still|now|suddenly|started|often|always|again))*'
const VIOLENT =
  '(?:hits?|hitting|beats?|beating(?: up)?|punch(?:e[sd]|ing)?|kick(?:s|ed|ing)?|slap(?:s|ped|ping)?|chok(?:es?|ed|ing)|strangl(?:es?|ed|ing)|attack(?:s|ed|ing)?|abus(?:es?|ed|ing)|threaten(?:s|ed|ing)?(?: to (?:kill|hurt|beat|hit|stab|burn))?)'
/** A threat with papers, money or a court is a quarrel. */
const QUARREL = '(?! (?:with|to)(?! (?:kill|hurt|beat|stab|rape|a (?:knife|gun|hammer|bat)|knives)))'
const PLACE =
  '(?:house|home|flat|apartment|building|kitchen|bedroom|room|roof|curtains?|balcony|office|shop|factory|car|scooter|e-?bike|battery|neighbou?rhood|floor|stairwell|place)'
const ENDS = '(?=\\s*(?:$|[,.!?;]|and\\b|any ?more|at all|or\\b|help|since|for \\w+ (?:minutes?|hours?)))'

const english = (source: string): RegExp => new RegExp(`(?:${source})`, 'iu')

/** What a citizen in danger says in English; of the rest Chinese patterns hold the English words beside their own. */
export const IN_ENGLISH: readonly (readonly [Emergency, RegExp])[] = [
  [
    'home',
    english(
      `\\b(?:my|our)(?: \\w+)? ${KIN}${LATELY} ${VIOLENT} ${US}${QUARREL}|\\bs?he${LATELY} ${VIOLENT} ${US}${QUARREL}`,
    ),
  ],
  ['110', english(`${WHO}${LATELY} ${VIOLENT} ${US}${QUARREL}`)],
  [
    'fraud',
    english(
      "\\bi(?:['’]ve)?(?: have| just| already)* (?:sent|transferred|wired|paid|gave)\\b[^.!?\\n]{0,50}\\b(?:(?:said|says|claim(?:s|ed|ing)|pretend(?:s|ed|ing)|posing)[^.!?\\n]{0,24}(?:police|officer|court|bank|customs|prosecutor|official|government|support)|scammers?|fraudsters?)",
    ),
  ],
  [
    '119',
    english(
      `\\bthere(?:['’]s| is)(?: \\w+){0,2} fire(?! (?:station|drill|exit|door|safety|inspection|hydrant|insurance|extinguisher|alarm|hazard|escape))(?: \\w+)?(?: (?:in|on|at|near|next|outside|upstairs|downstairs|inside|behind)\\b|\\s*(?:$|[,.!?]))|\\b${PLACE}(?:['’]s| is| are| has| have)?(?: just)? (?:burning|in flames|ablaze|caught fire)|\\b(?:^|help[,! ]+)fire\\s*!|\\bsmoke (?:is )?(?:coming|pouring|everywhere|filling)|\\bfull of smoke\\b`,
    ),
  ],
  [
    '120',
    english(
      `${WHO}${LATELY} (?:collapsed|fainted|passed out|chok(?:ing|ed)(?! ${US})|turned blue|having an? (?:stroke|seizure|fit))|${WHO}(?:['’]s| is| are|)(?: not|n['’]t) (?:moving|breathing|waking up)${ENDS}|${WHO} (?:won['’]?t|doesn['’]?t|can['’]?t|cannot|does not|will not) (?:wake up|stand up|get up)\\b|${WHO}(?:['’]s| is)(?: \\w+)? bleeding(?: (?:a lot|badly|heavily|to death|out))?${ENDS}`,
    ),
  ],
  [
    '110',
    english(
      `\\b(?:my|our)(?: \\w+)? ${KIN}(?:['’]s| is| has| went)(?: gone| been)? (?:missing|lost)(?=\\s*(?:$|[,.!?;]|since|in the|at the|for \\w+ (?:hours?|minutes?)))|\\bi(?:['’]ve)?(?: have| just)* lost (?:my|our) ${KIN} (?:in|at|near|on)\\b|\\bcan(?:['’]t|not) find (?:my|our) (?:son|daughter|child|kid|baby|toddler)(?![\\w'’])`,
    ),
  ],
]

/** Who asks how a past event is handled, or what to do in case of one. */
export const NOT_NOW_IN_ENGLISH =
  /\b(?:insurance|claims?|compensation|reimburse\w*|certificates?|protection order|drills?|in case|what if|last (?:night|week|month|year|summer|winter)|yesterday|\w+ (?:days?|weeks?|months?|years?) ago|used to|if (?:there|my|our|the|a|an|he|she|someone|somebody))\b/iu
