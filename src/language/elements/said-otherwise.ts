type Place = { readonly start: number; readonly end: number; readonly negated: boolean }
type Turned = { readonly pattern: RegExp; readonly negatedBy: RegExp | undefined }

const remembered = new Map<string, Turned | null>()

/**
 * Where words are said in another order or with others between: 没收入 as 一分收入都没有, 不养 as 没一个肯养, 接气 as 气也得接.
 * Undefined where they are not.
 */
export function saidOtherwise(text: string, phrase: string): Place | undefined {
  let turned = remembered.get(phrase)
  if (turned === undefined) {
    turned = turn(phrase)
    remembered.set(phrase, turned)
  }
  const found = turned?.pattern.exec(text)
  if (found == null) return undefined
  const negated = turned?.negatedBy?.test(found[0]) === true
  return { start: found.index, end: found.index + found[0].length, negated }
}

function turn(phrase: string): Turned | null {
  const denied = /^(?<no>没有?|无|不)(?<what>\p{Script=Han}{1,4})$/u.exec(phrase)?.groups
  if (denied !== undefined) {
    const pattern = denied['no'] === '不' ? unwilling(denied['what'] ?? '') : lacking(denied['what'] ?? '')
    return pattern === null ? null : { pattern, negatedBy: undefined }
  }
  const [, verb, object] = /^(\p{Script=Han})(\p{Script=Han}{1,3})$/u.exec(phrase) ?? []
  if (verb === undefined || object === undefined || NO_VERB.test(verb)) return null
  const between = '(?:[也都还就早]|已经|一直|肯定|当然|[要得在想会能]|没有?|不|未){1,3}'
  // 出生证还没领 is not 领证.
  const whole = object.length === 1 ? '(?<!\\p{Script=Han})' : ''
  return { pattern: new RegExp(`${whole}${object}${between}${verb}`, 'u'), negatedBy: /[没不未]/ }
}

/** Characters that begin a word and take no object: 是我, 我买, 有房. */
const NO_VERB = /[是有在我你他她的都也还全只不没未无非一二两三四五六七八九十大小老新]/u

function unwilling(what: string): RegExp {
  const willing = '(?:肯|愿意?|想|会|能|敢|来)'
  return new RegExp(`(?:没有?(?:一个|人|谁)?[^，,。]{0,2}${willing}|不${willing}|没有?(?:一个|人|谁))${what}`, 'u')
}

function lacking(what: string): RegExp | null {
  if (what.length < 2) return null
  return new RegExp(`${what}[^，,。]{0,2}(?:[也都啥全]|什么){1,2}(?:是)?(?:没有?|无)(?![^，,。]{0,2}[完清好到])`, 'u')
}
