const PARTICLES = '(?:(?:de|da|dos|del|della|la|le|van|von|der|den|bin|bint|al|el)\\s)*'
const NO_NAME = 'My|Just|I|The|It|This|Full|Name|Please|Everybody|Everyone|As|On|In|You|They|People|Mr|Mrs|Ms'
/** Two capitalised words or more, or one in capitals: MARIA JOSE SANTOS, Ludwig van Beethoven. */
const FULL_NAME = new RegExp(
  `(?<![\\p{L}])(?!(?:${NO_NAME})\\b)(?:\\p{Lu}[\\p{L}'’.-]*(?:,?\\s${PARTICLES}\\p{Lu}[\\p{L}'’.-]*)+|\\p{Lu}{3,})(?![\\p{L}])`,
  'u',
)
/** What friends call her is not what her passport says. */
const NICKNAME = /\bcalls? me\b|\bcalled\b|\bnick ?name\b|\bshort for\b|叫我|外号|昵称/iu

/** my name is on my passport: words, and no name. */
const SENTENCE = /^[\p{Script=Latin}'’,.!]+(?:\s[\p{Script=Latin}'’,.!]+){3,}$/u

/** The name in Latin letters that an answer gives: empty where it only gives what others call her, undefined where it holds none. */
export function latinNameIn(whole: string): string | undefined {
  const name = FULL_NAME.exec(whole)?.[0].replace(/[,.\s]+$/u, '')
  return NICKNAME.test(whole) || (name === undefined && SENTENCE.test(whole)) ? '' : name
}
